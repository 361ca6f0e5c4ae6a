import { HoldMark, holdingOf } from "@/components/roles/hold-mark";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { permissionAreas, permissionWords } from "@/lib/roles/area-words";
import type { RoleView } from "@/lib/roles/schema";

type RoleFactsProps = { role: RoleView; roles: RoleView[]; withheld: string[] };

/** A role that the acting person does not change: what it is and holds. */
export function RoleFacts({ role, roles, withheld }: RoleFactsProps) {
  const named = (key: string) => roles.find((each) => each.key === key)?.name ?? key;
  const areas = permissionAreas
    .map((area) => ({ ...area, permissions: area.permissions.filter((each) => role.held.includes(each)) }))
    .filter(({ permissions }) => permissions.length > 0);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[20rem_1fr]">
      <Card title="Role">
        <DescriptionList
          items={[
            { label: "Key", value: <code>{role.key}</code> },
            ...(role.alias ? [{ label: "Also", value: <code>{role.alias}</code> }] : []),
            {
              label: "Inherits",
              value:
                role.inherits.length > 0 ? (
                  <span className="flex flex-wrap gap-x-3">
                    {role.inherits.map((key) => (
                      <TextLink key={key} href={`/roles/${key}`}>
                        {named(key)}
                      </TextLink>
                    ))}
                  </span>
                ) : (
                  <span className="text-muted">Nothing</span>
                ),
            },
            {
              label: "Members",
              value: <TextLink href={`/members?role=${role.key}`}>{role.members.toLocaleString("en")}</TextLink>,
            },
          ]}
        />
      </Card>
      <Card title="Permissions" description={`${role.held.length} in all; ${role.permissions.length} granted here.`}>
        {areas.length === 0 && <p className="text-muted">None: flags of each member give what they may do.</p>}
        <div className="space-y-5">
          {areas.map((area) => (
            <section key={area.name}>
              <h3 className="mb-1 font-semibold text-table">{area.name}</h3>
              <ul className="grid gap-x-6 lg:grid-cols-2">
                {area.permissions.map((permission) => (
                  <li key={permission} className="flex items-start gap-2.5 py-1">
                    <HoldMark holding={holdingOf(role, permission)} />
                    <span>
                      {permissionWords(permission)}
                      {withheld.includes(permission) && (
                        <span className="block text-warning text-xs">Not in your plan: nobody holds it for now</span>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Card>
    </div>
  );
}
