"use client";

import { useState } from "react";
import { HoldMark, holdingOf } from "@/components/roles/hold-mark";
import { MatrixTable } from "@/components/roles/matrix-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { type Area, matchingAreas, permissionWords } from "@/lib/roles/area-words";
import type { RoleView } from "@/lib/roles/schema";

type RoleMatrixProps = {
  roles: RoleView[];
  /** What the plan takes from every role for now. */
  withheld: string[];
};

export function RoleMatrix({ roles, withheld }: RoleMatrixProps) {
  const [typed, setTyped] = useState("");
  const areas = matchingAreas(typed);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <search className="min-w-0 flex-1 basis-56 sm:max-w-80">
          <Input
            type="search"
            aria-label="Search permissions"
            placeholder="Search permissions"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </search>
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          <HoldMark holding="own" labelled />
          <HoldMark holding="inherited" labelled />
        </p>
      </div>
      {areas.length === 0 ? (
        <div className="rounded-surface border bg-surface">
          <EmptyState
            icon="search"
            title="No permission matches"
            action={<Button onClick={() => setTyped("")}>Clear the search</Button>}
          />
        </div>
      ) : (
        <>
          <div className="hidden sm:block">
            <MatrixTable roles={roles} areas={areas} withheld={withheld} />
          </div>
          <div className="sm:hidden">
            <PhoneMatrix roles={roles} areas={areas} withheld={withheld} />
          </div>
        </>
      )}
    </>
  );
}

/** One role at a time, chosen above its permissions. */
function PhoneMatrix({ roles, areas, withheld }: RoleMatrixProps & { areas: Area[] }) {
  const [key, setKey] = useState(roles[0]?.key);
  const role = roles.find((each) => each.key === key) ?? roles[0];
  if (!role) return null;
  return (
    <div className="rounded-surface border bg-surface">
      <div className="space-y-2 border-b p-4">
        <Select
          aria-label="Role"
          value={role.key}
          onChange={(event) => setKey(event.target.value)}
          options={roles.map(({ key: value, name }) => ({ value, label: name }))}
        />
        <p className="text-muted text-table">
          {role.description} <TextLink href={`/roles/${role.key}`}>Open</TextLink>
        </p>
      </div>
      {areas.map((area) => (
        <section key={area.name} className="border-b px-4 py-3 last:border-b-0">
          <h3 className="mb-1 font-semibold text-table">{area.name}</h3>
          <ul>
            {area.permissions.map((permission) => (
              <li key={permission} className="flex items-start justify-between gap-4 py-1.5">
                <span>
                  {permissionWords(permission)}
                  {withheld.includes(permission) && (
                    <span className="block text-warning text-xs">Not in your plan: nobody holds it for now</span>
                  )}
                </span>
                <HoldMark holding={holdingOf(role, permission)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
