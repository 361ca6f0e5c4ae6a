import { Plus } from "lucide-react";
import Link from "next/link";
import { CheckPerson } from "@/components/explain/check-person";
import { Ladder } from "@/components/roles/ladder";
import { RoleMatrix } from "@/components/roles/role-matrix";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { checkPeople } from "@/lib/explain/check-people";
import { listRoles } from "@/lib/roles/operations";
import { organizationShell } from "@/lib/shell/page";
import { FeatureHere } from "../feature-here";

export const metadata = { title: "Roles" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function RolesPage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const [{ data, withheld, strictLadder }, { organization, permissions }, checked] = await Promise.all([
    door.run(listRoles, {}),
    organizationShell((await params).organization),
    checkPeople(door, await searchParams),
  ]);
  const manages = permissions.includes("roles.manage");
  return (
    <>
      <PageHeader
        title="Roles"
        description="What each role may do. A change holds for all of its members from the next request on."
        actions={
          manages && (
            <Link href="/roles/new" className={buttonStyles({ variant: "primary" })}>
              <Plus />
              New role
            </Link>
          )
        }
      />
      <FeatureHere door={door} feature="custom_roles" held={permissions} />
      <Ladder strict={strictLadder} organizationId={organization.id} mayChange={manages} />
      <RoleMatrix roles={data} withheld={withheld} />
      <CheckPerson {...checked} />
    </>
  );
}
