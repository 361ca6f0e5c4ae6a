import { notFound } from "next/navigation";
import { MemberBranches } from "@/components/branches/member-branches";
import { AccessCard } from "@/components/members/access-card";
import { MemberActivity } from "@/components/members/activity";
import { MemberFacts } from "@/components/members/facts";
import { FlagSwitches } from "@/components/members/flag-switches";
import { Loans } from "@/components/members/loans";
import { MemberMenu } from "@/components/members/member-menu";
import { SignInCard } from "@/components/members/sign-in-card";
import { MemberStatus } from "@/components/members/status";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { findPlacement, listBranchChoices } from "@/lib/branches/operations";
import { listDelegations } from "@/lib/delegations/operations";
import { listAccess } from "@/lib/explain/operations";
import { decodeId } from "@/lib/ids";
import { findMember, listMemberActivity, listRoleChoices } from "@/lib/members/operations";
import { findMemberSignIn } from "@/lib/members/session-operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Member" };

type Props = { params: Promise<{ organization: string; id: string }> };

export default async function MemberPage({ params }: Props) {
  const door = await organizationPage(params);
  const { organization: slug, id } = await params;
  if (!decodeId("mem", id)) notFound();
  const [member, access, signIn, loans, activity, roles, { organization, permissions }, placement, branches] =
    await Promise.all([
      door.run(findMember, { id }),
      door.run(listAccess, { member: id }),
      door.runIfAllowed(findMemberSignIn, { id }),
      door.run(listDelegations, {}),
      door.runIfAllowed(listMemberActivity, { id }),
      door.run(listRoleChoices, {}),
      organizationShell(slug),
      door.run(findPlacement, { id }),
      door.run(listBranchChoices, {}),
    ]);
  const around = { organizationId: organization.id, timeZone: organization.timeZone };
  const lendable = permissions.includes("delegations.manage")
    ? permissions.filter(
        (each) => !["organization.view", "organization.transfer", "organization.delete"].includes(each),
      )
    : [];
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
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <Card title="Membership">
            <MemberFacts member={member} roles={roles} {...around} />
          </Card>
          {branches.length > 0 && (
            <MemberBranches
              key={JSON.stringify(placement)}
              member={member}
              placement={placement}
              branches={branches}
              roles={roles}
              organizationId={organization.id}
              mayChange={permissions.includes("branches.manage") && member.roleKey !== "owner"}
            />
          )}
          <FlagSwitches member={member} organizationId={organization.id} givable={permissions} />
          <Loans member={member} loans={loans} lendable={lendable} {...around} />
        </div>
        <div className="grid gap-6">
          <AccessCard member={member} access={access} />
          {signIn && <SignInCard member={member} signIn={signIn} {...around} />}
          {activity && (
            <Card title="Recent activity" description="What this member did and what was changed about them.">
              <MemberActivity entries={activity.data} timeZone={organization.timeZone} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
