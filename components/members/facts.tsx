"use client";

import { RoleCell } from "@/components/members/role-cell";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { MemberDetail, RoleChoice } from "@/lib/members/schema";

type MemberFactsProps = { member: MemberDetail; roles: RoleChoice[]; organizationId: string; timeZone: string };

const flagNames: Record<string, string> = {
  view_orders: "View orders",
  act_orders: "Act on orders",
  view_customers: "View customers",
  act_customers: "Act on customers",
  view_assets: "View assets",
  act_assets: "Act on assets",
  send_invites: "Send invites",
  manage_permissions: "Manage permissions",
};

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
        {
          label: "Flags",
          value:
            member.flags.length > 0 ? (
              <span className="flex flex-wrap gap-1.5">
                {member.flags.map((flag) => (
                  <Badge key={flag}>{flagNames[flag] ?? flag}</Badge>
                ))}
              </span>
            ) : (
              <span className="text-muted">None beyond the role</span>
            ),
        },
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
