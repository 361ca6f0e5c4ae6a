import { encodeId } from "@/lib/ids";
import { newServerKey } from "@/lib/keys/key-format";
import { change, hostOf, makeKey, type World } from "./fresh-world";
import { type Answer, ask, firstPort, type Question } from "./two-servers";
import { guard, password, rootHost } from "./world";

/** What a program shows or meets: the second server answers `opens` while it is on, and `closed` at once when it is not. */
type Program = {
  opens: number;
  closed: number;
  prepare: (world: World) => Promise<{ set: (on: boolean) => Promise<unknown>; ask: () => Promise<Answer> }>;
};

type Call = Partial<Pick<Question, "host" | "method" | "headers" | "body">> & { path?: string };

/** Asks the second server with a credential. */
const asked = ({ port, organization }: World, credential: string, call: Call = {}) =>
  ask({
    host: hostOf(organization),
    ...call,
    port,
    path: `/api/v1${call.path ?? "/customers"}`,
    headers: { authorization: `Bearer ${credential}`, "content-type": "application/json", ...call.headers },
  });

export const programs: Record<string, Program> = {
  key: {
    opens: 200,
    closed: 401,
    prepare: async (world) => {
      let key = "";
      return {
        // Revoking asks for a fresh password, which no program has: the statement behind it.
        set: async (on) => {
          if (on) key = await makeKey(world.organization, world.member.membership);
          else
            await guard()`update guard.api_keys set revoked_at = clock_timestamp() where hash = guard.secret_hash(${key})`;
        },
        ask: () => asked(world, key),
      };
    },
  },
  "what a key's maker holds": {
    opens: 200,
    closed: 403,
    prepare: async (world) => {
      const key = await makeKey(world.organization, world.member.membership);
      return {
        set: (on) => change(world, "PATCH", `/members/${world.member.id}`, { role: on ? "clerk" : "staff" }),
        ask: () => asked(world, key),
      };
    },
  },
  "a plan's feature": {
    opens: 200,
    closed: 403,
    prepare: async (world) => ({
      set: (on) =>
        guard()`update public.organizations set plan_features = ${guard().json(on ? {} : { api: false })}
          where id = ${world.organization.id}`,
      ask: () => asked(world, world.admin),
    }),
  },
  "access token": {
    opens: 200,
    closed: 401,
    prepare: async (world) => {
      let pair = await post("token", { email: world.person.email, password });
      return {
        set: async (on) => {
          if (!on) return post("logout", { token: pair.access });
          await guard()`update guard.sessions set revoked_at = null where user_id = ${world.person.userId}`;
          pair = await post("token/refresh", { refresh: pair.refresh });
          return pair;
        },
        ask: () => asked(world, pair.access),
      };
    },
  },
  "an access token's member": {
    opens: 200,
    closed: 404,
    prepare: async (world) => {
      const { access } = await post("token", { email: world.person.email, password });
      const set = (on: boolean) => change(world, "POST", `/members/${world.member.id}/${on ? "restore" : "suspend"}`);
      await set(false);
      return {
        set,
        ask: () => asked(world, access),
      };
    },
  },
  "a server's credential": {
    opens: 404,
    closed: 401,
    prepare: async (world) => {
      const key = newServerKey();
      await guard()`insert into guard.server_keys (id, label, hash, last4, scopes, created_by, expires_at) values
        (guard.uuid7(), 'Fresh', guard.secret_hash(${key}), ${key.slice(-4)}, '{members.invite}', ${world.owner.userId},
          now() + interval '1 day')`;
      // No server made this organization, so an open door answers that it does not know it.
      const path = `/platform/organizations/${encodeId("org", world.organization.id)}/members`;
      const body = JSON.stringify({ email: "somebody@people.example" });
      return {
        set: (on) =>
          guard()`update guard.server_keys set revoked_at = ${on ? null : guard()`clock_timestamp()`}
            where hash = guard.secret_hash(${key})`,
        ask: () => asked(world, key, { host: rootHost, method: "POST", path, body }),
      };
    },
  },
  "the rule that changes name a version": {
    opens: 200,
    closed: 428,
    prepare: async (world) => {
      const path = `/customers/${await makeCustomer(world)}`;
      const body = JSON.stringify({ name: "Fresh & Co", kind: "company" });
      return {
        set: (on) => setRule(world, "api_requires_versions", !on),
        ask: () => asked(world, world.admin, { method: "PATCH", path, body }),
      };
    },
  },
  "the rule about another organization's name": {
    opens: 200,
    closed: 409,
    prepare: async (world) => ({
      set: (on) => setRule(world, "api_refuses_other_organization", !on),
      ask: () => asked(world, world.admin, { headers: { "x-org-id": "org_01h2xcejqtf2nbrexx3vqjhp41" } }),
    }),
  },
};

const setRule = ({ organization: { id } }: World, rule: string, on: boolean) =>
  guard()`update public.organizations set ${guard()({ [rule]: on })} where id = ${id}`;

async function makeCustomer({ organization: { id } }: World): Promise<string> {
  const [made] = await guard()<{ id: string }[]>`
    insert into public.customers (organization_id, id, name, kind, created_at, updated_at)
    values (${id}, guard.uuid7(), 'Fresh & Co', 'company', now(), now()) returning id`;
  return encodeId("cus", made?.id ?? "");
}

type Pair = { access: string; refresh: string };

/** An address of tokens, on the first server. */
async function post(name: string, body: object): Promise<Pair> {
  const answer = await ask({
    port: firstPort,
    host: rootHost,
    path: `/api/${name}`,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.status >= 300) throw new Error(answer.body);
  return JSON.parse(answer.body) as Pair;
}
