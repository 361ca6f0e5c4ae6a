import type { postalInput } from "@/lib/postal/schema";
import type { Row } from "@/lib/resource/declaration";
import type { Field, Fields } from "@/lib/resource/field-schema";

const needed = new Set(["name", "street", "city", "country"]);
const parts: Record<keyof typeof postalInput.shape, string> = {
  name: "name",
  company: "company",
  street: "street",
  extra: "address line 2",
  city: "city",
  region: "region",
  postcode: "postcode",
  country: "country",
  phone: "phone",
  email: "e-mail",
};

/** The columns of an address: `sender.city` as "Sender city". */
export function placeFields(name: string, word: string, required: boolean): Fields {
  return Object.fromEntries(
    Object.entries(parts).map(([part, label]): [string, Field] => [
      `${name}.${part}`,
      {
        ...(part === "country" ? { kind: "country" } : { kind: "text", most: 120 }),
        ...{ label: `${word} ${label}`, required: required && needed.has(part) },
      },
    ]),
  );
}

/** What they hold of an address. */
export function placeValues(name: string, held: unknown): Row {
  return Object.fromEntries(Object.entries(held ?? {}).map(([part, value]) => [`${name}.${part}`, value]));
}
