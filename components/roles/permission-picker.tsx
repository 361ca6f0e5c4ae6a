"use client";

import { useState } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { permissionAreas, permissionWords } from "@/lib/roles/area-words";
import type { RoleView } from "@/lib/roles/schema";

type PermissionPickerProps = {
  roles: RoleView[];
  inherits: string[];
  own: string[];
  givable: string[];
  onChange: (own: string[]) => void;
};

/** Ticks of its own, with what is inherited shown apart: ticked and out of reach here. */
export function PermissionPicker({ roles, inherits, own, givable, onChange }: PermissionPickerProps) {
  const [typed, setTyped] = useState("");
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = (permission: string, description: string) =>
    words.every((word) => `${permission} ${description}`.toLowerCase().includes(word));
  const givers = (permission: string) =>
    roles.filter(({ key, held }) => inherits.includes(key) && held.includes(permission)).map(({ name }) => name);

  function toggle(permission: string, on: boolean) {
    onChange(on ? [...own, permission] : own.filter((each) => each !== permission));
  }

  return (
    <Card
      title="Permissions"
      actions={
        <Input
          type="search"
          aria-label="Search permissions"
          placeholder="Search permissions"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="sm:w-64"
        />
      }
    >
      {own.map((permission) => (
        <input key={permission} type="hidden" name="permissions[]" value={permission} />
      ))}
      <div className="space-y-6">
        {permissionAreas.map((area) => {
          const rows = area.permissions.filter((permission) => shown(permission, permissionWords(permission)));
          if (rows.length === 0) return null;
          return (
            <fieldset key={area.name}>
              <legend className="mb-1 font-semibold text-table">{area.name}</legend>
              <div className="grid gap-x-6 lg:grid-cols-2">
                {rows.map((permission) => (
                  <PermissionTick
                    key={permission}
                    permission={permission}
                    description={permissionWords(permission)}
                    from={givers(permission)}
                    own={own.includes(permission)}
                    givable={givable.includes(permission)}
                    onToggle={(on) => toggle(permission, on)}
                  />
                ))}
              </div>
            </fieldset>
          );
        })}
      </div>
    </Card>
  );
}

type TickProps = {
  permission: string;
  description: string;
  from: string[];
  own: boolean;
  givable: boolean;
  onToggle: (on: boolean) => void;
};

function PermissionTick({ permission, description, from, own, givable, onToggle }: TickProps) {
  const inherited = from.length > 0;
  const note = inherited ? `Inherited from ${from.join(", ")}` : givable ? permission : "You do not hold this yourself";
  return (
    <ControlLabel className="flex min-h-8 cursor-pointer items-start gap-2.5 py-1 has-disabled:cursor-default touch:min-h-11">
      <Checkbox
        className="mt-0.5"
        checked={own || inherited}
        disabled={!givable || (inherited && !own)}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <span>
        {description}
        <span className="block text-muted text-xs">{note}</span>
      </span>
    </ControlLabel>
  );
}
