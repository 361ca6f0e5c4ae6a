"use client";

import { useState } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { matchingAreas, permissionWords } from "@/lib/roles/area-words";
import { type Reach, tickOf } from "@/lib/roles/tick-rules";

type PermissionPickerProps = {
  /** Which of the chosen roles give a permission already, by name. */
  givers: (permission: string) => string[];
  own: string[];
  reach: Reach;
  fault: string | undefined;
  onChange: (own: string[]) => void;
};

/** Ticks of its own, with what is inherited shown apart: ticked and out of reach here. */
export function PermissionPicker({ givers, own, reach, fault, onChange }: PermissionPickerProps) {
  const [typed, setTyped] = useState("");
  const areas = matchingAreas(typed);

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
      {fault && (
        <p role="alert" className="mb-3 text-danger text-table">
          {fault}
        </p>
      )}
      {areas.length === 0 && (
        <EmptyState
          icon="search"
          title="No permission matches"
          action={<Button onClick={() => setTyped("")}>Clear the search</Button>}
        />
      )}
      <div className="space-y-6">
        {areas.map((area) => (
          <fieldset key={area.name}>
            <legend className="mb-1 font-semibold text-table">{area.name}</legend>
            <div className="grid gap-x-6 lg:grid-cols-2">
              {area.permissions.map((permission) => (
                <PermissionTick
                  key={permission}
                  permission={permission}
                  {...tickOf(permission, { from: givers(permission), own: own.includes(permission), reach })}
                  onToggle={(on) => toggle(permission, on)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Card>
  );
}

type TickProps = {
  permission: string;
  checked: boolean;
  locked: boolean;
  note: string;
  onToggle: (on: boolean) => void;
};

function PermissionTick({ permission, checked, locked, note, onToggle }: TickProps) {
  return (
    <ControlLabel className="flex min-h-8 cursor-pointer items-start gap-2.5 py-1 has-disabled:cursor-default touch:min-h-11">
      <Checkbox
        className="mt-0.5"
        checked={checked}
        disabled={locked}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <span>
        {permissionWords(permission)}
        <span className="block text-muted text-xs">{note}</span>
      </span>
    </ControlLabel>
  );
}
