import { sql } from "drizzle-orm";
import { z } from "zod";
import { ofOrganization } from "@/lib/access/changes";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { dropLogo, keepLogo } from "./logo-store";
import { lookRepository } from "./repository";
import type { LogoTheme } from "./rules";
import * as shape from "./schema";

const done = z.object({});
const logoLimits = [{ by: "person", points: 60, seconds: 3600 } as const];

export const readLook = defineOperation({
  name: "look.read",
  scope: "organization",
  permission: "settings.view",
  access: "read",
  summary: "See logo, colour and who may see them",
  input: z.strictObject({}),
  output: shape.look,
  rest: { method: "get", path: "/look" },
  run: ({ db }) => lookRepository(db).find(),
});

export const updateLook = defineOperation({
  name: "look.update",
  scope: "organization",
  permission: "branding.manage",
  access: "write",
  summary: "Choose the colour of the organization",
  input: shape.lookInput,
  output: done,
  rest: { method: "put", path: "/look" },
  changes: ofOrganization(readLook),
  run: async ({ db, input }) => {
    await lookRepository(db).update({ accent: input.accent });
    return {};
  },
});

export const replaceLogo = defineOperation({
  name: "logo.replace",
  scope: "organization",
  permission: "branding.manage",
  access: "write",
  summary: "Upload a logo",
  provenFirst: true,
  limits: logoLimits,
  input: shape.logoInput,
  output: done,
  run: async ({ db, input }) => {
    const file = await keepLogo(db.organizationId, input.image);
    try {
      await changeLogo(db, input.theme, file);
    } catch (error) {
      await dropLogo(db.organizationId, file);
      throw error;
    }
    return {};
  },
});

export const removeLogo = defineOperation({
  name: "logo.remove",
  scope: "organization",
  permission: "branding.manage",
  access: "write",
  summary: "Remove the logo, or the one of the dark theme; what stands in its place are letters, or the first logo",
  limits: logoLimits,
  input: shape.removeLogoInput,
  output: done,
  rest: { method: "delete", path: "/look/logo" },
  changes: ofOrganization(readLook),
  run: async ({ db, input }) => {
    await changeLogo(db, input.theme, null);
    return {};
  },
});

/** What is replaced goes after the commit, by a job that is done at least once. */
async function changeLogo(db: Database, theme: LogoTheme, file: string | null): Promise<void> {
  const looks = lookRepository(db);
  const replaced = await looks.lockLogo(theme);
  await looks.update(theme === "dark" ? { logoDarkFile: file } : { logoFile: file });
  await db.enqueue("logo.tidy", { replaced });
}

export const setVisibility = defineOperation({
  name: "look.set_visibility",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Show name, logo and colour to strangers, or stop that",
  input: shape.visibilityInput,
  output: done,
  rest: { method: "put", path: "/look/visibility" },
  changes: ofOrganization(readLook),
  run: async ({ db, input }) => {
    await lookRepository(db).update({ publiclyVisible: input.publicly_visible });
    return {};
  },
});

export const viewPublicLook = defineOperation({
  name: "look.view_public",
  scope: "public",
  access: "read",
  summary: "See name, logo and colour of an organization that shows them to strangers",
  limits: [{ by: "network", points: 600, seconds: 900 }],
  input: z.strictObject({ slug: z.string().max(100) }),
  output: shape.publicLook.nullable(),
  run: ({ db, input }) => db.call(sql`guard.public_look(${input.slug})`, shape.publicLook.nullable()),
});

const logoAudience = (db: Database, input: z.output<typeof shape.logoReference>) =>
  db.call(sql`guard.logo_audience(${input.organization}, ${input.file})`, shape.audience);

export const viewMembersLogo = defineOperation({
  name: "logo.view",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Load the logo of one of your organizations",
  input: shape.logoReference,
  output: shape.audience,
  run: ({ db, input }) => logoAudience(db, input),
});

export const viewMyLogo = defineOperation({
  name: "account.logo",
  scope: "account",
  access: "read",
  summary: "Load the logo of one of your organizations",
  limits: [],
  input: shape.logoReference,
  output: shape.audience,
  run: ({ db, input }) => logoAudience(db, input),
});

export const viewPublicLogo = defineOperation({
  name: "logo.view_public",
  scope: "public",
  access: "read",
  summary: "Load the logo of an organization that shows it to strangers",
  limits: [{ by: "network", points: 1200, seconds: 900 }],
  input: shape.logoReference,
  output: shape.audience,
  run: ({ db, input }) => logoAudience(db, input),
});

export const readLookForJob = defineOperation({
  name: "look.read_for_job",
  scope: "job",
  access: "read",
  summary: "Read logo and colour for a mail, or to tidy up",
  input: z.strictObject({}),
  output: shape.look,
  run: ({ db }) => lookRepository(db).find(),
});
