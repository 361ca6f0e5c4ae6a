import type { PostalAddress } from "@/lib/postal/schema";
import type { Row } from "@/lib/resource/declaration";
import { refuseField } from "../faults";

const parts = {
  person_name: "name",
  company_name: "company",
  address_line1: "street",
  address_line2: "extra",
  city: "city",
  state_code: "region",
  postal_code: "postcode",
  country_code: "country",
  phone_number: "phone",
  email: "email",
} as const satisfies Record<string, keyof PostalAddress>;

/** An address as clients of this interface read it. */
export function asAddress(address: PostalAddress) {
  const shown = Object.entries(parts).map(([theirs, ours]) => [theirs, address[ours] || null]);
  return { object_type: "address", ...Object.fromEntries(shown) };
}

/** The street with its number, which has no place of its own here; alone it would stand in the street's. */
export function streetOf({ address_line1, street_number }: Row, side = ""): unknown {
  if (!street_number) return address_line1;
  if (address_line1) return `${address_line1} ${street_number}`;
  throw refuseField(`${side}street_number`, "Give address_line1 too: the number stands in it.");
}

/** An address that stands in an input, over the one that is there: what is left out stays, null empties. */
export function postalOf(given: Row, side: string, present: PostalAddress | null = null): Row {
  const { street_number: _, person_name, ...rest } = given;
  const name = person_name === undefined && !present ? rest.company_name : person_name;
  const company = rest.company_name === undefined ? present?.company : rest.company_name;
  const told = {
    ...rest,
    ...(name === undefined ? {} : { person_name: name || company || "" }),
    address_line1: streetOf(given, `${side}.`),
  } as Row;
  const changed = Object.entries(parts).flatMap(([theirs, ours]) =>
    told[theirs] === undefined ? [] : [[ours, told[theirs] ?? ""] as const],
  );
  return { ...present, ...Object.fromEntries(changed) };
}

/** How faults in an address are told: `shipping_to.street` as `shipping_to.address_line1`. */
export function postalNames(side: string): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([theirs, ours]) => [`${side}.${ours}`, `${side}.${theirs}`]));
}
