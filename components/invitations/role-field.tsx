"use client";

import { SelectField } from "@/components/form/select-field";
import type { RoleChoice } from "@/lib/members/schema";

/** The role that somebody begins with: only what the inviter may give. */
export function RoleField({ roles }: { roles: RoleChoice[] }) {
  const givable = roles.filter((role) => role.givable);
  return (
    <SelectField
      name="role"
      label="Role"
      help="Only roles at or below your own rights."
      options={givable.map(({ key, name, isDefault }) => ({
        value: key,
        label: isDefault ? `${name} (default)` : name,
      }))}
    />
  );
}

export function firstRole(roles: RoleChoice[]): string {
  const givable = roles.filter((role) => role.givable);
  return (givable.find((role) => role.isDefault) ?? givable[0])?.key ?? "";
}
