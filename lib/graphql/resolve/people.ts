import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import { builtInPermissions, type OutsideRole, outsideRolesOf } from "@/lib/access/outside-roles";
import { BerthError } from "@/lib/errors";
import type { viewMe } from "@/lib/me/operations";
import type { memberOutput } from "@/lib/members/schema";
import { listRoles } from "@/lib/roles/operations";
import { refuseField } from "../faults";
import type { Reader } from "../reader";

type Me = z.output<typeof viewMe.output>;
type Member = z.output<typeof memberOutput>;

/** What one holds of the roles that clients know. A role of the organization's own is asked for, where one may see roles. */
export async function rolesOf(reader: Reader, at: Handle, roleKey: string): Promise<OutsideRole[]> {
  const built = builtInPermissions(roleKey);
  if (built) return outsideRolesOf(built);
  const roles = await reader
    .once(at, "roles", () => at.run(listRoles, {}, { asks: true }))
    .catch((error: unknown) => {
      if (error instanceof BerthError && error.code === "forbidden") return { data: [] };
      throw error;
    });
  return outsideRolesOf(roles.data.find(({ key }) => key === roleKey)?.held ?? []);
}

/** An address that reaches nobody, for a key, which is no person (RFC 2606). */
export function keyAddress(id: string): string {
  return `${id}@keys.invalid`;
}

/** Somebody of whom only this much may be said here. */
export function asPerson({ email, name }: { email?: string | null; name?: string | null }) {
  return { email: email ?? "", full_name: name ?? "", is_staff: false, is_active: true, permissions: [], id: "" };
}

/** Whoever asks, as a member. A key is the organization's own service identity, with roles by its scopes. */
export function meAsMember(reader: Reader, at: Handle, me: Me) {
  if (me.kind === "key")
    return {
      email: keyAddress(me.id),
      is_admin: outsideRolesOf(me.permissions).includes("admin"),
      is_owner: false,
      roles: outsideRolesOf(me.permissions),
      full_name: me.name,
      last_login: null,
      user_id: me.id,
      metadata: {},
      status: "active",
    };
  return {
    ...member(reader, at, me.roleKey),
    email: me.email,
    full_name: me.name,
    last_login: me.lastActiveAt,
    user_id: me.id,
    status: "active",
  };
}

export function asMember(reader: Reader, at: Handle, given: Member) {
  return {
    ...member(reader, at, given.roleKey),
    email: given.email,
    full_name: given.name,
    last_login: given.lastActiveAt,
    user_id: given.id,
    status: given.status,
  };
}

function member(reader: Reader, at: Handle, roleKey: string) {
  return {
    is_owner: roleKey === "owner",
    is_admin: () => rolesOf(reader, at, roleKey).then((roles) => roles.includes("admin")),
    roles: () => rolesOf(reader, at, roleKey),
    metadata: {},
  };
}

/** The one role of ours that is these of theirs: never more, and never the owner's. */
export async function roleFor(reader: Reader, at: Handle, roles: OutsideRole[]): Promise<string> {
  const wanted = [...new Set(roles)];
  if (wanted.length === 0) throw refuseField("roles", "Give at least one role.");
  if (wanted.includes("owner")) throw refuseField("roles", "Ownership moves by change_organization_owner alone.");
  if (wanted.includes("admin")) return "admin";
  const [only, other] = wanted;
  if (only && !other) return only;
  const union = new Set<string>(wanted.flatMap((role) => builtInPermissions(role) ?? []));
  const { data } = await reader.once(at, "roles", () => at.run(listRoles, {}));
  const same = data.find(({ held }) => held.length === union.size && held.every((each) => union.has(each)));
  if (same) return same.key;
  throw refuseField("roles", `No role is ${wanted.join(" and ")} and nothing more: make one that inherits them.`);
}
