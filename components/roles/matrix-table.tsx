import { Lock } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { HoldMark, holdingOf } from "@/components/roles/hold-mark";
import { type Area, permissionWords } from "@/lib/roles/area-words";
import type { RoleView } from "@/lib/roles/schema";

const corner = "sticky top-0 left-0 z-30 border-r border-b bg-sunken";
const head = "sticky top-0 z-20 border-b bg-sunken";
const first = "sticky left-0 z-10 border-r bg-surface";

type MatrixTableProps = { roles: RoleView[]; areas: Area[]; withheld: string[] };

/** Permissions down, roles across; head and first column stay while the rest is scrolled. */
export function MatrixTable({ roles, areas, withheld }: MatrixTableProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
      tabIndex={0}
      aria-label="Permissions by role"
      className="relative max-h-[75vh] overflow-auto rounded-surface border bg-surface"
    >
      <table className="w-max min-w-full border-separate border-spacing-0 text-table">
        <thead>
          <tr>
            <th scope="col" className={`${corner} px-4 py-2 text-left font-medium text-muted`}>
              <span className="block w-60">Permission</span>
            </th>
            {roles.map((role) => (
              <th key={role.key} scope="col" className={`${head} min-w-24 px-3 py-2 text-center font-medium`}>
                <Link
                  href={`/roles/${role.key}`}
                  className="inline-flex items-center gap-1 rounded-[4px] hover:underline"
                >
                  {role.builtIn && <Lock aria-label="Built in" className="size-3 text-muted" />}
                  {role.name}
                </Link>
                <span className="block font-normal text-muted text-xs tabular-nums">
                  {role.members} {role.members === 1 ? "member" : "members"}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <Fragment key={area.name}>
              <tr>
                <th
                  scope="rowgroup"
                  className="sticky left-0 z-10 border-r border-b bg-background px-4 pt-4 pb-1.5 text-left font-semibold"
                >
                  {area.name}
                </th>
                <td colSpan={roles.length} className="border-b bg-background" />
              </tr>
              {area.permissions.map((permission) => (
                <tr key={permission} className="group">
                  <th scope="row" className={`${first} border-b px-4 py-2 text-left font-normal group-hover:bg-hover`}>
                    <span className="block w-60">
                      {permissionWords(permission)}
                      <code className="block text-muted text-xs">{permission}</code>
                      {withheld.includes(permission) && (
                        <span className="block text-warning text-xs">Not in your plan: nobody holds it for now</span>
                      )}
                    </span>
                  </th>
                  {roles.map((role) => (
                    <td key={role.key} className="border-b px-3 py-2 text-center group-hover:bg-hover">
                      <HoldMark holding={holdingOf(role, permission)} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
