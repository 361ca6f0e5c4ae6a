import type { Handle } from "@/lib/access/handle";
import { encodeId } from "@/lib/ids";
import { listKeys } from "@/lib/keys/operations";
import { findOrganization, setUpAtFirstContact } from "@/lib/organizations/operations";
import { deleteOrganization, offerOwnership, readOwnership, renameOrganization } from "@/lib/settings/operations";
import { getWorkspace } from "@/lib/workspace/operations";
import { payload, refuseField, refuseMetadata } from "../faults";
import { connection, type Window } from "../pages";
import { nobodys, type Reader } from "../reader";
import type { Input, Maybe, Resolvers } from "../resolvers";
import { mainKey, masked } from "./keys";
import { meAsMember } from "./people";

/** An organization of whoever asks. What is not known yet is asked in it when a document wants it. */
export type Organization = {
  at: () => Promise<Handle>;
  id: string;
  name: string;
  slug: string;
  state: string;
  /** The key itself, in the one answer that made it. */
  key?: string | null;
};

type Filter = Window & {
  id?: Maybe<string>;
  name?: Maybe<string>;
  slug?: Maybe<string>;
  is_active?: Maybe<boolean>;
  order_by?: Maybe<string>;
};

export const organizationResolvers: Resolvers = {
  Query: {
    organization: (_: unknown, { id }: { id?: Maybe<string> }, reader) => organizationOf(reader, id),
    organizations: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const all = await organizationsOf(reader, filter ?? {});
      return connection(pageOf(all, filter ?? {}), () => all.length);
    },
    organization_list: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) =>
      pageOf(await organizationsOf(reader, filter ?? {}), { first: 100, ...filter }).items,
  },
  OrganizationType: {
    is_active: ({ state }: Organization) => state === "active",
    status: ({ state }: Organization) => state,
    created: createdOf,
    created_at: createdOf,
    metadata: () => ({}),
    current_user: async ({ at }: Organization, _: unknown, reader) => {
      const handle = await at();
      return meAsMember(reader, handle, await reader.me(handle));
    },
    token: async ({ at, key }: Organization, _: unknown, reader) => {
      if (key) return key;
      const handle = await at();
      const { data } = await reader.once(handle, "keys", () => handle.run(listKeys, {}));
      const main = mainKey(data, handle);
      return main ? masked(main) : null;
    },
    workspace_config: async ({ at }: Organization, _: unknown, reader) => {
      const handle = await at();
      return reader.once(handle, "workspace", () => handle.run(getWorkspace, {}));
    },
    owner: async ({ at }: Organization, _: unknown, reader) => {
      const { owner } = await ownershipOf(reader, await at());
      return {
        email: owner.email,
        full_name: owner.name,
        is_admin: true,
        is_owner: true,
        roles: ["owner"],
        metadata: {},
        status: "active",
      };
    },
    pending_owner: async ({ at }: Organization, _: unknown, reader) => {
      const { offer } = await ownershipOf(reader, await at());
      return (
        offer && {
          email: offer.toEmail,
          full_name: offer.to,
          is_admin: false,
          is_owner: false,
          metadata: {},
          status: "active",
        }
      );
    },
  },
  Mutation: {
    create_organization: (
      _: unknown,
      { input }: Input<{ name: string; slug?: Maybe<string>; metadata?: unknown }>,
      reader,
    ) =>
      payload(async () => {
        refuseMetadata(input.metadata, "Organizations");
        const { name, slug } = input;
        const made = await reader.run(reader.account(), setUpAtFirstContact, { name, ...(slug ? { slug } : {}) });
        const { organization, key } = made;
        return { organization: { ...(await asOrganization(reader, organization)), key } };
      }),
    update_organization: (
      _: unknown,
      { input }: Input<{ id: string; name?: Maybe<string>; metadata?: unknown }>,
      reader,
    ) =>
      payload(async () => {
        refuseMetadata(input.metadata, "Organizations");
        const at = await reader.at(input.id);
        if (typeof input.name === "string") await reader.run(at, renameOrganization, { name: input.name });
        reader.about(at);
        return { organization: await organizationAt(reader, at) };
      }),
    delete_organization: (
      _: unknown,
      { input }: Input<{ id: string; password: string; factor_code?: Maybe<string> }>,
      reader,
    ) =>
      payload(async () => {
        const at = await reader.at(input.id);
        const organization = await organizationAt(reader, at);
        const proof = { password: input.password, factorCode: input.factor_code };
        await reader.run(at, deleteOrganization, { name: organization.name }, proof);
        return { organization: { ...organization, state: "deleted" } };
      }),
    change_organization_owner: (
      _: unknown,
      { input }: Input<{ org_id: string; email: string; password: string; factor_code?: Maybe<string> }>,
      reader,
    ) =>
      payload(async () => {
        const at = await reader.at(input.org_id);
        const { mine, candidates } = await ownershipOf(reader, at);
        const next = candidates.find(({ email }) => email === input.email.trim().toLowerCase());
        if (mine && !next) throw refuseField("email", "No active member has this address.");
        // Whoever is not the owner is refused by the operation itself, whomever they name.
        const member = next?.id ?? encodeId("mem", nobodys);
        const proof = { password: input.password, factorCode: input.factor_code };
        await reader.run(at, offerOwnership, { member }, proof);
        reader.about(at);
        return { organization: await organizationAt(reader, at) };
      }),
  },
};

function ownershipOf(reader: Reader, at: Handle) {
  return reader.once(at, "ownership", () => at.run(readOwnership, {}));
}

async function createdOf({ at }: Organization, _: unknown, reader: Reader): Promise<Date> {
  const handle = await at();
  return (await reader.once(handle, "organization", () => handle.run(findOrganization, {}))).createdAt;
}

/** One organization of whoever asks; another one is as one that does not exist. */
export async function organizationOf(reader: Reader, id: Maybe<string>): Promise<Organization> {
  if (!reader.hasAccount || id === null || id === undefined) return organizationAt(reader, await reader.at(id));
  if (reader.credential.kind === "token") return organizationAt(reader, await reader.at(id));
  const { organizations } = await reader.myAccount();
  const found = organizations.find((each) => each.id === id);
  return found ? asOrganization(reader, found) : organizationAt(reader, await reader.at(id));
}

export async function organizationAt(reader: Reader, at: Handle): Promise<Organization> {
  const { id, name, slug, state } = await reader.once(at, "organization", () => at.run(findOrganization, {}));
  return { at: async () => at, id, name, slug, state };
}

/** All organizations that the credential reaches: one, or those of its person. */
export async function organizationsOf(reader: Reader, filter: Filter): Promise<Organization[]> {
  const all = reader.hasAccount
    ? (await reader.myAccount()).organizations.map((each) => asOrganization(reader, each))
    : [await organizationAt(reader, reader.here())];
  return ordered(all.filter(fits(filter)), filter.order_by);
}

function asOrganization(
  reader: Reader,
  given: { id: string; name: string; slug: string; state: string },
): Organization {
  const { id, name, slug, state } = given;
  return { at: () => reader.at(id), id, name, slug, state };
}

function fits({ id, name, slug, is_active }: Filter) {
  const part = name?.toLowerCase();
  return (each: Organization) =>
    (!id || each.id === id) &&
    (!slug || each.slug === slug) &&
    (!part || each.name.toLowerCase().includes(part)) &&
    (is_active === null || is_active === undefined || (each.state === "active") === is_active);
}

function ordered(all: Organization[], by: Maybe<string>): Organization[] {
  if (!by) return all;
  const descending = by.startsWith("-");
  const name = descending ? by.slice(1) : by;
  if (name !== "name" && name !== "slug")
    throw refuseField("order_by", "name or slug, with - in front to turn it round.");
  const sorted = [...all].sort((a, b) => a[name].localeCompare(b[name], "en"));
  return descending ? sorted.reverse() : sorted;
}

function pageOf(all: Organization[], { offset, first }: Window) {
  const from = Math.max(0, offset ?? 0);
  const length = Math.min(100, Math.max(0, first ?? 25));
  return { items: all.slice(from, from + length), offset: from, more: all.length > from + length };
}
