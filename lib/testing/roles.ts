import type { Permission } from "@/lib/access/permissions";
import { guard, type Organization, unique } from "./world";

/** A role of the organization's own with just these permissions; answers its key. */
export async function createRole({ id }: Organization, permissions: Permission[]): Promise<string> {
  const key = unique("role");
  await guard`insert into public.roles (organization_id, id, key, name, permissions)
    values (${id}, guard.uuid7(), ${key}, ${key}, ${permissions})`;
  return key;
}
