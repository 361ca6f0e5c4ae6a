import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { idOutput } from "@/lib/ids";
import { founded, foundOrganization, isFree } from "./founding";
import { findInformation, findMine, information } from "./information";
import { myOrganization, myOrganizations } from "./mine";
import { foundInput, setUpInput } from "./profile";
import { nameInput, slugInput } from "./schema";
import { slugCandidates } from "./slug";

export const listMyOrganizations = defineOperation({
  name: "account.organizations",
  scope: "account",
  access: "read",
  summary: "List the organizations that you belong to",
  limits: [],
  input: z.strictObject({}),
  output: z.array(myOrganization),
  run: ({ db }) => myOrganizations(db),
});

export const setUpOrganization = defineOperation({
  name: "organization.set_up",
  scope: "account",
  access: "write",
  summary: "Found an organization with you as its owner",
  limits: [
    { by: "person", points: 60, seconds: 3600 },
    { by: "network", points: 120, seconds: 3600 },
  ],
  input: setUpInput,
  output: founded,
  shownOnce: ["key"],
  rest: { method: "post", path: "/organizations", status: 201 },
  run: ({ db, input }) => foundOrganization(db, input),
});

export const setUpAtFirstContact = defineOperation({
  name: "account.set_up",
  scope: "account",
  access: "write",
  summary: "Get your account and your organization of this name, founded on the spot where it is missing",
  limits: [
    { by: "person", points: 60, seconds: 3600 },
    { by: "network", points: 120, seconds: 3600 },
  ],
  input: foundInput,
  output: z.object({
    account: z.object({ id: idOutput("usr"), name: z.string(), email: z.string(), timeZone: z.string() }),
    organization: information,
    membership: z.object({ id: idOutput("mem"), roleKey: z.string() }),
    created: z.boolean(),
    key: z.string().nullable(),
  }),
  shownOnce: ["key"],
  rest: { method: "post", path: "/setup" },
  run: async ({ db, actor, input }) => {
    const { organizationId, created, key } = await foundOrganization(db, input);
    const [account] = await db.query.select().from(users).where(eq(users.id, actor.userId));
    if (!account) throw new BerthError("not_found", "There is no such account.");
    return { account, ...(await findMine(db, organizationId)), created, key };
  },
});

export const findOrganization = defineOperation({
  name: "organization.find",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See the organization",
  input: z.strictObject({}),
  output: information,
  rest: { method: "get", path: "/organization" },
  run: ({ db }) => findInformation(db),
});

export const suggestSlug = defineOperation({
  name: "organization.suggest_slug",
  scope: "account",
  access: "read",
  summary: "See which address a name would get, or whether an address is free",
  limits: [{ by: "person", points: 300, seconds: 600 }],
  input: z.union([z.strictObject({ name: nameInput }), z.strictObject({ slug: slugInput })]),
  output: z.object({ slug: z.string(), free: z.boolean() }),
  run: async ({ db, input }) => {
    if ("slug" in input) return { slug: input.slug, free: await isFree(db, input.slug) };
    for (const slug of slugCandidates(input.name)) if (await isFree(db, slug)) return { slug, free: true };
    return { slug: "", free: false };
  },
});
