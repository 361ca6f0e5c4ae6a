import { Copy, Lock } from "lucide-react";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DeleteRole } from "@/components/roles/delete-role";
import { RoleFacts } from "@/components/roles/role-facts";
import { RoleForm } from "@/components/roles/role-form";
import { Badge } from "@/components/ui/badge";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { organizationPage } from "@/lib/access/page-door";
import { listRoles } from "@/lib/roles/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Role" };

type Props = { params: Promise<{ organization: string; key: string }> };

export default async function RolePage({ params }: Props) {
  const door = await organizationPage(params);
  const { organization: slug, key } = await params;
  const [{ data: roles, givable, withheld }, { organization }] = await Promise.all([
    door.run(listRoles, {}),
    organizationShell(slug),
  ]);
  const role = roles.find((each) => each.key === key);
  if (!role) notFound();
  const { change, copy } = role.abilities;
  const others = roles.filter((each) => each.key !== key && each.key !== "owner");
  return (
    <>
      <PageHeader
        title={role.name}
        description={role.description}
        trail={[{ label: "Roles", href: "/roles" }]}
        meta={
          role.builtIn && (
            <Badge>
              <Lock aria-hidden="true" />
              Built in
            </Badge>
          )
        }
        actions={
          <>
            {copy.allowed && role.key !== "owner" && (
              <Link href={`/roles/new?from=${role.key}`} className={buttonStyles()}>
                <Copy />
                Copy
              </Link>
            )}
            {change.allowed && <DeleteRole role={role} others={others} organizationId={organization.id} />}
          </>
        }
      />
      {change.allowed ? (
        <>
          <p className="-mt-3 mb-6 text-muted">
            Held by <TextLink href={`/members?role=${role.key}`}>{countWords(role.members)}</TextLink>. Its key is{" "}
            <code>{role.key}</code>.
          </p>
          <RoleForm
            key={JSON.stringify([role.name, role.description, role.permissions, role.inherits])}
            organizationId={organization.id}
            roleKey={role.key}
            draft={role}
            roles={roles}
            reach={{ givable, withheld }}
          />
        </>
      ) : (
        <>
          <p className="-mt-3 mb-6 text-muted">{change.message}</p>
          <RoleFacts role={role} roles={roles} withheld={withheld} />
        </>
      )}
    </>
  );
}

function countWords(members: number): string {
  if (members === 0) return "nobody";
  return members === 1 ? "1 member" : `${members.toLocaleString("en")} members`;
}
