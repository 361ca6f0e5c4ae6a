import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { founded, foundOrganization, isFree } from "./founding";
import { myOrganization, myOrganizations } from "./mine";
import { setUpInput } from "./profile";
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
  run: ({ db, input }) => foundOrganization(db, input),
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
