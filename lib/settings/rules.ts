import type { organizations } from "@/db/schema/organizations";
import { type FieldErrors, faultsAt } from "@/lib/errors";
import { currencyCodes, isCountry, timeZoneCodes } from "@/lib/organizations/regions";

type Region = { country: string | null; currency: string; time_zone: string };

/** ISO 3166-1, ISO 4217 and IANA, as the runtime lists them. Throws `invalid` by field. */
export function requireKnownRegion({ country, currency, time_zone }: Region): void {
  const fields: FieldErrors = {};
  if (country !== null && !isCountry(country)) fields.country = ["There is no such country."];
  if (!currencyCodes.has(currency)) fields.currency = ["There is no such currency."];
  if (!timeZoneCodes.has(time_zone)) fields.time_zone = ["There is no such time zone."];
  if (Object.keys(fields).length > 0) throw faultsAt(fields);
}

export function settingsRow(row: typeof organizations.$inferSelect) {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    company_name: row.companyName,
    industry: row.industry,
    company_size: row.companySize,
    city: row.city,
    country: row.country,
    currency: row.currency,
    time_zone: row.timeZone,
    weight_unit: row.weightUnit,
    dimension_unit: row.dimensionUnit,
    role_template: row.roleTemplate,
    default_role: row.defaultRoleKey,
    strict_ladder: row.strictLadder,
    due_hours: row.requestDueHours,
    reminder_hours: row.requestReminderHours,
    escalation_hours: row.requestEscalationHours,
    close_hours: row.requestCloseHours,
  };
}
