import type { Handle } from "@/lib/access/handle";
import { type OutsidePermission, outsidePermissions, outsidePermissionsOf } from "@/lib/access/outside-permissions";
import { createKey, listKeys, revokeKey, rotateKey } from "@/lib/keys/operations";
import { rotateOwnKey } from "@/lib/keys/own-operations";
import type { ApiKey } from "@/lib/keys/schema";
import { type Level, type Scopes, scopeOf } from "@/lib/keys/scope-schema";
import { payload, refuseField } from "../faults";
import type { Reader } from "../reader";
import type { Input, Maybe, Resolvers } from "../resolvers";

type Proven = { password?: Maybe<string>; factor_code?: Maybe<string> };
type Named = { key: string };
type Refreshed = Named & Proven & { refresh?: Maybe<boolean>; overlap_hours?: Maybe<number> };

export const keyResolvers: Resolvers = {
  Query: {
    token: async (_: unknown, { org_id }: { org_id?: Maybe<string> }, reader) => {
      const at = await reader.at(org_id);
      const main = mainKey(await keysAt(reader, at), at);
      return main ? asToken(main) : null;
    },
    api_keys: async (_: unknown, __: unknown, reader) =>
      (await keysAt(reader, reader.here())).filter(works).map((key) => ({ ...asToken(key), object_type: "api_key" })),
  },
  Mutation: {
    mutate_token: (_: unknown, { input }: Input<Refreshed>, reader) =>
      payload(async () => {
        const at = reader.here();
        const own = input.refresh ? await renewedByItself(reader, at, input) : null;
        if (own) return { token: own };
        const found = keyNamed(await keysAt(reader, at), input.key);
        if (!input.refresh) return { token: asToken(found) };
        const overlapHours = input.overlap_hours ?? 0;
        const made = await reader.run(at, rotateKey, { id: found.id, overlapHours }, proofOf(input));
        const next = keyNamed(await keysAt(reader, at), made.id);
        return { token: { ...asToken(next), key: made.key || masked(next) } };
      }),
    create_api_key: (
      _: unknown,
      { input }: Input<Proven & { label: string; permissions?: Maybe<string[]>; organization?: Maybe<string> }>,
      reader,
    ) =>
      payload(async () => {
        const at = await reader.at(input.organization);
        const scopes = input.permissions ? { scopes: scopesOf(input.permissions) } : {};
        const made = await reader.run(at, createKey, { label: input.label, ...scopes }, proofOf(input));
        reader.about(at);
        const key = keyNamed(await keysAt(reader, at), made.id);
        return { api_key: { ...asToken(key), object_type: "api_key", key: made.key || masked(key) } };
      }),
    delete_api_key: (_: unknown, { input }: Input<Named & Proven>, reader) =>
      payload(async () => {
        const at = reader.here();
        const found = keyNamed(await keysAt(reader, at), input.key);
        await reader.run(at, revokeKey, { id: found.id }, proofOf(input));
        return { label: found.label };
      }),
  },
};

function proofOf({ password, factor_code }: Proven) {
  return { password, factorCode: factor_code };
}

/** A key that names itself needs nobody's password; it may not even see the list of keys. */
async function renewedByItself(reader: Reader, at: Handle, { key, overlap_hours }: Refreshed) {
  const { credential } = at;
  if (credential.kind !== "key") return null;
  const me = await reader.me(at);
  const text = key.trim();
  const [, beginning, end] = /^(key_\w+)…(\w{4})$/.exec(text) ?? [];
  const shown = beginning && end && credential.secret.startsWith(beginning) && credential.secret.endsWith(end);
  if (text !== credential.secret && text !== me.id && !shown) return null;
  const made = await reader.run(at, rotateOwnKey, { overlapHours: overlap_hours ?? 0 });
  const now = new Date();
  return {
    id: made.id,
    object_type: "token",
    key: made.key || text,
    label: made.label,
    test_mode: credential.secret.startsWith("key_test_"),
    created: now,
    created_at: now,
    expires_at: made.expiresAt,
    last_used_at: null,
    status: "active",
    permissions: outsidePermissionsOf(me.permissions),
  };
}

async function keysAt(reader: Reader, at: Handle): Promise<ApiKey[]> {
  return (await reader.once(at, "keys", () => at.run(listKeys, {}))).data;
}

const works = ({ state }: ApiKey) => state === "active" || state === "replaced";

/** The one that an organization began with, of the mode of the request, or what came in its place. */
export function mainKey(keys: ApiKey[], { testMode }: Handle): ApiKey | undefined {
  const ofMode = keys.filter(({ mode }) => (mode === "test") === testMode);
  const before = new Map(ofMode.map((key) => [key.replacedBy, key]));
  const firstOf = (key: ApiKey): ApiKey => {
    const earlier = before.get(key.id);
    return earlier ? firstOf(earlier) : key;
  };
  const began = (key: ApiKey) => firstOf(key).createdAt.getTime();
  return ofMode.filter(({ state }) => state === "active").sort((a, b) => began(a) - began(b))[0];
}

/** A key as every list shows it: never more than its beginning and its end. */
export function masked({ prefix, last4 }: ApiKey): string {
  return `${prefix}…${last4}`;
}

function asToken(key: ApiKey) {
  return {
    id: key.id,
    object_type: "token",
    key: masked(key),
    label: key.label,
    test_mode: key.mode === "test",
    created: key.createdAt,
    created_at: key.createdAt,
    expires_at: key.expiresAt,
    last_used_at: key.lastUsedAt,
    status: key.state,
    permissions: permissionsOf(key.scopes),
  };
}

/** A key by its id, by what lists show of it, or by itself. */
function keyNamed(keys: ApiKey[], given: string): ApiKey {
  const text = given.trim();
  const found = keys.filter((key) => {
    if (key.id === text || masked(key) === text) return true;
    return text.length > 60 && text.startsWith(key.prefix) && text.endsWith(key.last4);
  });
  const [key] = found.length > 1 ? found.filter(works) : found;
  if (key) return key;
  throw refuseField("key", "There is no such key. Give its id, or what a list shows of it.");
}

const levels: Record<Level, number> = { read: 1, write: 2 };

/** The codes whose rights these scopes hold whole; null scopes are all that its maker held, and no code of its own. */
function permissionsOf(scopes: Scopes | null): OutsidePermission[] {
  if (scopes === null) return [];
  const codes = Object.keys(outsidePermissions) as OutsidePermission[]; // the names of a constant
  return codes.filter((code) =>
    outsidePermissions[code].every((permission) => {
      const scope = scopeOf(permission);
      if (!scope) return false;
      const held = scopes[scope.resource];
      return held !== undefined && levels[held] >= levels[scope.level];
    }),
  );
}

function scopesOf(codes: string[]): Scopes {
  const wanted: Scopes = {};
  for (const code of codes) {
    if (!isCode(code)) throw refuseField("permissions", `There is no permission ${code.slice(0, 40)}.`);
    const scopes = outsidePermissions[code].map(scopeOf);
    if (scopes.some((scope) => scope === null)) throw refuseField("permissions", `A key cannot carry ${code}.`);
    for (const scope of scopes) if (scope) wanted[scope.resource] = scope.level;
  }
  return wanted;
}

function isCode(text: string): text is OutsidePermission {
  return Object.hasOwn(outsidePermissions, text);
}
