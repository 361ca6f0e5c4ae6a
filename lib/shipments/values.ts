import type { Database } from "@/lib/access/database";
import { brokenKey } from "@/lib/access/database-errors";
import { branchFor } from "@/lib/branches/choose";
import { BerthError } from "@/lib/errors";
import {
  invalidField,
  minorOf,
  organizationStandards,
  requireCurrency,
  requireUnchanged,
} from "@/lib/measures/convert";
import { type Standards, toGrams, toMillimetres } from "@/lib/measures/words";
import { orders } from "@/lib/orders/resource";
import { isCountry } from "@/lib/organizations/regions";
import { namesOf } from "@/lib/resource/targets";
import type { CreateShipmentInput, ParcelInput, UpdateShipmentInput } from "./input-schema";
import type { Parcel, Shipment } from "./repository";

type Given = Omit<UpdateShipmentInput, "id"> & Partial<Pick<CreateShipmentInput, "branchId">>;

type Present = Pick<Shipment, "price" | "currency"> & { parcels: Parcel[] };

/** An input as columns: amounts in minor units, measures in grams and millimetres, references that exist here. */
export async function valuesOf(db: Database, given: Given, present?: Present) {
  const { parcels, weightUnit, dimensionUnit, price, reference, ...columns } = given;
  const own = await organizationStandards(db);
  const units = { ...own, weightUnit: weightUnit ?? own.weightUnit, dimensionUnit: dimensionUnit ?? own.dimensionUnit };
  const currency = requireCurrency(given.currency ?? present?.currency ?? own.currency);
  if (present && present.price !== null && price === undefined) requireUnchanged(currency, present.currency);
  for (const side of ["sender", "recipient"] as const)
    if (given[side] && !isCountry(given[side].country))
      throw invalidField(`${side}.country`, "There is no such country.");
  if (given.orderId && (await namesOf(db, orders.link, [given.orderId])).size === 0)
    throw invalidField("orderId", "There is no such order.");
  return {
    values: {
      ...defined(columns),
      ...(present
        ? {}
        : { branchId: await branchFor(db, "branchId" in given ? given.branchId : null, "shipments.create") }),
      currency,
      ...(reference ? { reference } : {}),
      ...(price === undefined ? {} : { price: price === null ? null : minorOf(price, currency, "price") }),
    },
    parcels: parcels?.map((parcel, at) => parcelValues(parcel, units, present?.parcels[at])),
  };
}

/** Says at the field what the unique key would say without one. */
export async function withFreeReference<T>(reference: string | null | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (reference && brokenKey(error)?.includes("reference"))
      throw new BerthError("conflict", "Another shipment has this reference.", {
        reason: "reference_taken",
        fields: { reference: ["Another shipment has this reference."] },
        cause: error,
      });
    throw error;
  }
}

function parcelValues(given: ParcelInput, { weightUnit, dimensionUnit }: Standards, present?: Parcel): Parcel {
  const size = (side: "length" | "width" | "height") => {
    const value = given[side];
    return value ? toMillimetres(value, dimensionUnit, present?.[side]) : null;
  };
  return {
    description: given.description ?? null,
    weight: toGrams(given.weight, weightUnit, present?.weight),
    length: size("length"),
    width: size("width"),
    height: size("height"),
  };
}

/** Without the keys that were left out. */
function defined<Values extends object>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: Exclude<Values[Key], undefined>;
  }; // the same keys, less those whose value is undefined
}
