import Link from "next/link";
import { ChildrenTable } from "@/components/groups/children-table";
import { ParentCard } from "@/components/groups/parent-card";
import { RequestForm } from "@/components/groups/request-form";
import { Asked, AskedUs } from "@/components/groups/requests";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { viewGroup } from "@/lib/groups/operations";
import { listRoleChoices } from "@/lib/members/operations";
import { organizationShell } from "@/lib/shell/page";
import { FeatureHere } from "../feature-here";

export const metadata = { title: "Group" };

export default async function GroupPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const [group, choices, { organization, permissions }] = await Promise.all([
    door.run(viewGroup, {}),
    door.run(listRoleChoices, {}),
    organizationShell((await params).organization),
  ]);
  const mayManage = permissions.includes("settings.manage");
  const mayAssign = permissions.includes("members.invite") && permissions.includes("members.set_role");
  const place = { organizationId: organization.id, mayManage };
  const roles = choices.filter(({ key, givable }) => givable && key !== "owner");
  return (
    <>
      <PageHeader
        title="Group"
        description="A head office and its organizations. Each child agrees to every figure and role; nothing else of it is seen."
        actions={
          mayAssign &&
          group.children.length > 0 && (
            <Link href="/group/people" className={buttonStyles({ variant: "primary" })}>
              Assign people
            </Link>
          )
        }
      />
      <FeatureHere door={door} feature="groups" held={permissions} />
      <div className="space-y-5">
        <AskedUs requests={group.asked_us} roles={roles} {...place} />
        {group.parent && <ParentCard parent={group.parent} roles={roles} {...place} />}
        {group.children.length > 0 && <ChildrenTable rows={group.children} {...place} />}
        {!group.parent && group.children.length === 0 && group.asked.length === 0 && (
          <EmptyState icon="network" title="This organization stands alone">
            Head offices, franchises and departments can stand in one group: figures in one place, and people assigned
            to several organizations at once.
          </EmptyState>
        )}
        {!group.parent && mayManage && (
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <Card
              title="Ask an organization to join"
              description="Its owner or an admin accepts, and chooses what you see. Whether it exists is not told."
            >
              <RequestForm organizationId={organization.id} ending={`.${env().rootUrl.host}`} />
            </Card>
            {group.asked.length > 0 && (
              <Card title="Waiting for an answer">
                <Asked requests={group.asked} {...place} />
              </Card>
            )}
          </div>
        )}
      </div>
    </>
  );
}
