"use client";

import { RoleCell } from "@/components/members/role-cell";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { MemberDetail, RoleChoice } from "@/lib/members/schema";

type MemberFactsProps = { member: MemberDetail; roles: RoleChoice[]; organizationId: string; timeZone: string };

const origins: Record<string, string> = {
  founder: "Founded the organization",
  invitation: "By invitation",
  registration: "By an approved request",
  platform: "Invited by the platform",
  seed: "Set up with the organization",
};

export function MemberFacts({ member, roles, organizationId, timeZone }: MemberFactsProps) {
  return (
    <DescriptionList
      items={[
        { label: "E-mail", value: member.email },
        { label: "Role", value: <RoleCell member={member} roles={roles} organizationId={organizationId} /> },
        { label: "Second factor", value: member.secondFactor ? "On" : <span className="text-muted">Off</span> },
        { label: "Joined", value: <DateTime value={member.joinedAt} timeZone={timeZone} /> },
        { label: "How", value: origins[member.origin] ?? member.origin },
        {
          label: "Invited by",
          value: member.invitedBy ? (
            <TextLink href={`/members/${member.invitedBy.id}`}>{member.invitedBy.name}</TextLink>
          ) : (
            <span className="text-muted">Nobody</span>
          ),
        },
        {
          label: "Last active",
          value: member.lastActiveAt ? (
            <RelativeTime value={member.lastActiveAt} timeZone={timeZone} />
          ) : (
            <span className="text-muted">Not yet</span>
          ),
        },
      ]}
    />
  );
}
