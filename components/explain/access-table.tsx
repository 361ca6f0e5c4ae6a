"use client";

import Link from "next/link";
import { useState } from "react";
import { YesNo } from "@/components/explain/yes-no";
import { Input } from "@/components/ui/input";
import type { AccessList } from "@/lib/explain/schema";
import { permissionAreas } from "@/lib/roles/area-words";

/** Every permission with yes or no and its reason in short; each leads to its derivation. */
export function AccessTable({ access, address }: { access: AccessList; address: string }) {
  const [typed, setTyped] = useState("");
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = access.data.filter(({ permission, description, summary }) =>
    words.every((word) => `${permission} ${description} ${summary}`.toLowerCase().includes(word)),
  );
  return (
    <>
      <search className="mb-3 block sm:max-w-80">
        <Input
          type="search"
          aria-label="Search permissions"
          placeholder="Search permissions and reasons"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </search>
      <div className="rounded-surface border bg-surface">
        {fitting.length === 0 && <p className="px-5 py-8 text-center text-muted">No permission matches.</p>}
        {permissionAreas.map((area) => {
          const rows = fitting.filter(({ permission }) => (area.permissions as string[]).includes(permission));
          if (rows.length === 0) return null;
          return (
            <section key={area.name} className="border-b px-5 py-3 last:border-b-0">
              <h2 className="mb-1 font-semibold text-table">{area.name}</h2>
              <ul>
                {rows.map(({ permission, description, allowed, summary }) => (
                  <li key={permission}>
                    <Link
                      href={`${address}?permission=${permission}`}
                      className="-mx-2 grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 rounded-control px-2 py-1.5 hover:bg-hover sm:grid-cols-[2.25rem_20rem_minmax(0,1fr)] touch:min-h-11"
                    >
                      <span>
                        <YesNo allowed={allowed} />
                      </span>
                      <span>{description}</span>
                      <span className="text-muted text-table max-sm:col-start-2">{summary}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
