import { change, inRole, type World } from "./fresh-world";
import { guard } from "./world";

/** What opens and closes again for the same session. */
type Kind = {
  before?: (world: World) => Promise<unknown>;
  set: (world: World, on: boolean) => Promise<unknown>;
};

const clerk = ["customers.view", "customers.manage"];

const lend = ({ organization: { id }, member }: World, from: string) =>
  guard()`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in, permissions,
    starts_at, ends_at) values (${id}, guard.uuid7(), ${from}, ${member.membership}, false, ${clerk},
    now(), now() + interval '1 day')`;

/** By the API of the first server; where an act wants a fresh proof or the console, the statement behind it. */
export const kinds: Record<string, Kind> = {
  role: { set: (world, on) => change(world, "PATCH", `/members/${world.member.id}`, { role: on ? "clerk" : "staff" }) },
  "a role's permissions": {
    before: ({ member }) => inRole(member.membership, "edited"),
    set: (world, on) => change(world, "PUT", "/roles/edited", { name: "Edited", permissions: on ? clerk : [] }),
  },
  flag: {
    before: ({ member }) => inRole(member.membership, "staff"),
    set: (world, on) =>
      change(world, "PUT", `/members/${world.member.id}/flags`, {
        flags: on ? ["view_customers", "act_customers"] : [],
      }),
  },
  suspension: {
    set: (world, on) => change(world, "POST", `/members/${world.member.id}/${on ? "restore" : "suspend"}`),
  },
  loan: {
    before: ({ member }) => inRole(member.membership, "staff"),
    set: (world, on) =>
      on
        ? lend(world, world.lender)
        : guard()`update public.delegations set ended_at = now(), ended_as = 'ended'
            where organization_id = ${world.organization.id} and ended_at is null`,
  },
  // A loan loses for good what its lender loses, so each one is lent anew.
  "what a lender holds": {
    before: ({ member }) => inRole(member.membership, "staff"),
    set: async (world, on) => {
      await guard()`update public.memberships set status = ${on ? "active" : "suspended"} where id = ${world.colleague}`;
      if (on) await lend(world, world.colleague);
    },
  },
  "a second factor demanded": {
    set: ({ organization: { id } }, on) =>
      guard()`update public.organizations set factor_for = ${on ? "nobody" : "everybody"}, factor_grace_days = 0,
        factor_since = now() - interval '1 hour' where id = ${id}`,
  },
  "length of the session": {
    before: ({ person: { userId } }) =>
      guard()`update guard.sessions set signed_in_at = now() - interval '2 hours' where user_id = ${userId}`,
    set: ({ organization: { id } }, on) =>
      guard()`update public.organizations set session_hours = ${on ? null : 1} where id = ${id}`,
  },
  "allowed networks": {
    set: ({ organization: { id } }, on) =>
      guard()`update public.organizations set allowed_networks = ${on ? null : ["192.0.2.0/24"]} where id = ${id}`,
  },
  "allowed ways to sign in": {
    set: ({ organization: { id } }, on) =>
      guard()`update public.organizations set sign_in_ways = ${on ? null : ["google"]} where id = ${id}`,
  },
  "whose identity signed in": {
    before: async ({ organization: { id }, person: { userId } }) => {
      const issuer = "https://provider.example";
      await guard()`with who as (insert into guard.identities (id, issuer, subject, provider, user_id)
          values (guard.uuid7(), ${issuer}, ${userId}, 'oidc', ${userId}) returning id)
        update guard.sessions set method = 'oidc', issuer = ${issuer}, identity_id = who.id from who where user_id = ${userId}`;
      await guard()`update public.organizations set sign_in_ways = '{password,oidc}' where id = ${id}`;
    },
    set: async ({ person: { userId } }, on) => {
      await guard()`update guard.identities i set vouched = ${on ? guard()`u.email` : "other@people.example"}
        from public.users u where u.id = i.user_id and i.user_id = ${userId}`;
      await guard()`select guard.mark_own_sessions(${userId})`;
    },
  },
  "the organization's suspension": {
    set: ({ organization: { id } }, on) =>
      guard()`update public.organizations set state = ${on ? "active" : "suspended"} where id = ${id}`,
  },
};
