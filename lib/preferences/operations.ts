import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import { ofOrganization } from "@/lib/access/changes";
import { defineOperation } from "@/lib/access/operation";
import { faultsAt } from "@/lib/errors";
import { currencyCodes } from "@/lib/organizations/regions";
import { settingsRepository } from "@/lib/settings/repository";
import { changedJson, given, withDefaults } from "@/lib/settings/stored";
import * as shape from "./schema";

export const readPreferences = defineOperation({
  name: "preferences.read",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See how dates, times and money are written here, and what new work begins with",
  input: z.strictObject({}),
  output: shape.preferences,
  rest: { method: "get", path: "/preferences" },
  run: async ({ db }) => withDefaults(shape.preferences, (await settingsRepository(db).find()).preferences),
});

export const updatePreferences = defineOperation({
  name: "preferences.update",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change preferences; what is not given stays",
  input: shape.preferencesInput,
  output: shape.preferences,
  rest: { method: "patch", path: "/preferences" },
  changes: ofOrganization(readPreferences),
  run: async ({ db, input }) => {
    requireCurrencies(input.currencies ?? []);
    const settings = settingsRepository(db);
    await settings.update({ preferences: changedJson(organizations.preferences, given(input)) });
    return withDefaults(shape.preferences, (await settings.find()).preferences);
  },
});

function requireCurrencies(codes: string[]): void {
  const unknown = codes.filter((code) => !currencyCodes.has(code));
  if (unknown.length === 0) return;
  throw faultsAt({ currencies: [`There is no currency ${unknown.join(", ")}.`] });
}
