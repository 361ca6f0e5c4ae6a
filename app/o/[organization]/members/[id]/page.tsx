import { notFound } from "next/navigation";
import { MemberActivity } from "@/components/members/activity";
import { MemberFacts } from "@/components/members/facts";
import { MemberMenu } from "@/components/members/member-menu";
import { MemberStatus } from "@/components/members/status";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { decodeId } from "@/lib/ids";
import { findMember, listMemberActivity, listRoleChoices } from "@/lib/members/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Member" };

type Props = { params: Promise<{ organization: string; id: string }> };

export default async function MemberPage({ params }: Props) {
  const door = await organizationPage(params);
  const { organization: slug, id } = await params;
  if (!decodeId("mem", id)) notFound();
  const [member, activity, roles, { organization }] = await Promise.all([
    door.run(findMember, { id }),
    door.runIfAllowed(listMemberActivity, { id }),
    door.run(listRoleChoices, {}),
    organizationShell(slug),
  ]);
  return (
    <>
      <PageHeader
        title={member.name}
        trail={[{ label: "Members", href: "/members" }]}
        meta={<MemberStatus status={member.status} />}
        actions={
          <MemberMenu
            member={member}
            organizationId={organization.id}
            organizationName={organization.name}
            leaveTo="/members"
          />
        }
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title="Membership">
          <MemberFacts
            member={member}
            roles={roles}
            organizationId={organization.id}
            timeZone={organization.timeZone}
          />
        </Card>
        {activity && (
          <Card title="Latest entries" description="What this member did and what was changed about them.">
            <MemberActivity entries={activity} timeZone={organization.timeZone} />
          </Card>
        )}
      </div>
    </>
  );
}
