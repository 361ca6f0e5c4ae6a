import { RoleForm } from "@/components/roles/role-form";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listRoles } from "@/lib/roles/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "New role" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function NewRolePage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const [{ data: roles, givable, withheld }, { organization, permissions }, { from }] = await Promise.all([
    door.run(listRoles, {}),
    organizationShell((await params).organization),
    searchParams,
  ]);
  if (!permissions.includes("roles.manage")) door.lacks("roles.manage");
  const copied = roles.find(({ key }) => key === from && key !== "owner");
  const draft = copied
    ? { ...copied, name: `Copy of ${copied.name}`.slice(0, 60) }
    : { name: "", description: "", permissions: [], inherits: [] };
  return (
    <>
      <PageHeader
        title="New role"
        description={
          copied
            ? `Begins as ${copied.name} is now. The two go separate ways afterwards.`
            : "Inherit from roles that exist, and grant what is missing."
        }
        trail={[{ label: "Roles", href: "/roles" }]}
      />
      <RoleForm organizationId={organization.id} draft={draft} roles={roles} reach={{ givable, withheld }} />
    </>
  );
}
