import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import { ofOrganization } from "@/lib/access/changes";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { type FieldErrors, faultsAt } from "@/lib/errors";
import { currencyCodes, isCountry } from "@/lib/organizations/regions";
import { settingsRepository } from "@/lib/settings/repository";
import { changedJson, given, withDefaults } from "@/lib/settings/stored";
import * as shape from "./schema";

export const getWorkspace = defineOperation({
  name: "workspace.get",
  scope: "organization",
  permission: "settings.view",
  access: "read",
  summary: "Read the workspace configuration, with defaults for what was never chosen",
  input: z.strictObject({}),
  output: shape.workspace,
  rest: { method: "get", path: "/workspace-config" },
  run: ({ db }) => read(db),
});

export const updateWorkspace = defineOperation({
  name: "workspace.update",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change the workspace configuration; what is not given stays",
  input: shape.workspaceInput,
  output: shape.workspace,
  rest: { method: "patch", path: "/workspace-config" },
  changes: ofOrganization(getWorkspace),
  run: async ({ db, input }) => {
    requireKnown(input);
    const { default_currency, default_country_code, default_weight_unit, default_dimension_unit, ...rest } = input;
    const change = given(rest);
    await settingsRepository(db).update({
      ...given({
        currency: default_currency,
        country: default_country_code,
        weightUnit: default_weight_unit?.toLowerCase(),
        dimensionUnit: default_dimension_unit?.toLowerCase(),
      }),
      ...(Object.keys(change).length > 0 ? { workspace: changedJson(organizations.workspace, change) } : {}),
    });
    return read(db);
  },
});

async function read(db: Database): Promise<z.input<typeof shape.workspace>> {
  const row = await settingsRepository(db).find();
  return {
    ...withDefaults(shape.storedWorkspace, row.workspace),
    default_currency: row.currency,
    default_country_code: row.country,
    default_weight_unit: row.weightUnit.toUpperCase() as shape.Workspace["default_weight_unit"], // the column's check
    default_dimension_unit: row.dimensionUnit.toUpperCase() as shape.Workspace["default_dimension_unit"],
  };
}

function requireKnown({ default_currency, default_country_code }: z.output<typeof shape.workspaceInput>): void {
  const fields: FieldErrors = {};
  if (default_currency && !currencyCodes.has(default_currency))
    fields.default_currency = ["There is no such currency."];
  if (default_country_code && !isCountry(default_country_code))
    fields.default_country_code = ["There is no such country."];
  if (Object.keys(fields).length > 0) throw faultsAt(fields);
}
