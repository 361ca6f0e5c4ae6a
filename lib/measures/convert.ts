import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import { type BerthError, faultsAt } from "@/lib/errors";
import { currencyCodes } from "@/lib/organizations/regions";
import { standards } from "./schema";
import { type Standards, toMinor } from "./words";

/** Currency and units of the proven organization. */
export async function organizationStandards(db: Database): Promise<Standards> {
  const { currency, weightUnit, dimensionUnit } = organizations;
  const [row] = await db.query
    .select({ currency, weightUnit, dimensionUnit })
    .from(organizations)
    .where(eq(organizations.id, db.organizationId));
  return standards.parse(row);
}

/** An amount of an input in minor units. Throws `invalid` at `field` for one that the currency does not have. */
export function minorOf(amount: number | string, currency: string, field: string): number | null {
  if (typeof amount === "number") return amount;
  if (amount === "") return null;
  const minor = toMinor(amount, currency);
  if (minor === undefined || minor > Number.MAX_SAFE_INTEGER)
    throw invalidField(field, `Enter an amount in ${currency}, such as 12 or 12.50.`);
  return minor;
}

export function requireCurrency(currency: string): string {
  if (!currencyCodes.has(currency)) throw invalidField("currency", "There is no such currency.");
  return currency;
}

export function invalidField(field: string, message: string): BerthError {
  return faultsAt({ [field]: [message] });
}

/** An amount that stays must keep its currency: 12.34 EUR is not 1,234 JPY. */
export function requireUnchanged(currency: string, present: unknown): void {
  if (currency !== present) throw invalidField("currency", "Give the amounts again where the currency changes.");
}
