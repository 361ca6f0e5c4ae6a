import type { JsonSchema } from "./json-schema";

/** Values that read as of a real organization, by the names of fields. */
const byName: Record<string, string> = {
  name: "Acme Shipping",
  label: "Warehouse",
  slug: "acme-shipping",
  email: "maria@acme.example",
  currency: "EUR",
  default_currency: "EUR",
  country: "NL",
  default_country_code: "NL",
  time_zone: "Europe/Amsterdam",
  city: "Rotterdam",
  street: "Waalhaven 12",
  postcode: "3089 JH",
  phone: "+31 10 123 4567",
  reference: "SO-2041",
  code: "ROT",
  accent: "#0f766e",
  key: "dispatcher",
  role: "dispatcher",
  role_key: "dispatcher",
  title: "Dispatch desk",
  next_cursor: "c2VhbGVk",
  day: "2026-11-21",
  password: "your password",
  description: "For the morning round",
  reason: "Asked for by the customer",
  note: "Ring twice",
  notes: "Leave at the gate",
  message: "I drive the morning round.",
  region: "South Holland",
  extra: "Floor 2",
  company_name: "Acme Shipping B.V.",
  owner_email: "maria@acme.example",
  url: "https://example.com/hooks",
  event: "registration.approved",
  permission: "members.view",
  inherit: "user",
  replacement: "user",
  default_role: "user",
  default_role_key: "user",
  role_name: "Dispatcher",
  actor: "Maria Jansen",
  member: "Maria Jansen",
  status: "active",
  sku: "CRATE-1",
  serial: "VIN-20419",
  tracking_number: "3SABC1234567",
  carrier: "postnl",
  weight_unit: "kg",
  dimension_unit: "cm",
  tax_id: "NL001234567B01",
  customs_code: "8471.30",
  method: "GET",
  path: "/members",
  operation: "member.invite",
};

const byFormat: Record<string, string> = {
  "date-time": "2026-11-21T09:30:00.000Z",
  date: "2026-11-21",
  uuid: "0190a5e0-1111-7111-8111-0190a5e01111",
  email: "maria@acme.example",
  uri: "https://acme-shipping.example/",
};

/** A value that the schema takes, for people to read. A test holds every one to its schema. */
export function sampleOf(schema: JsonSchema, name = ""): unknown {
  const { examples, type } = schema;
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.default !== undefined && schema.default !== "" && !Array.isArray(schema.default)) return schema.default;
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return sampleOf(branches.find((each) => each.type !== "null") ?? branches[0] ?? {}, name);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => sampleOf(each, name)));
  if (type === "object" || schema.properties) return objectSample(schema);
  if (type === "array") return schema.items ? [sampleOf(schema.items, name.replace(/s$/, ""))] : [];
  if (type === "string") return textSample(schema, name);
  if (type === "integer" || type === "number") return numberSample(schema);
  if (type === "boolean") return true;
  return null;
}

function objectSample({ properties = {} }: JsonSchema): Record<string, unknown> {
  const shown = Object.entries(properties).filter(([name]) => name !== "cursor" && !name.startsWith("factor_code"));
  return Object.fromEntries(shown.map(([name, of]) => [name, sampleOf(of, name)]));
}

function numberSample({ minimum, exclusiveMinimum, maximum }: JsonSchema): number {
  const least = Number(minimum ?? (exclusiveMinimum === undefined ? 1 : Number(exclusiveMinimum) + 1));
  return Math.min(Math.max(least, 1), Number(maximum ?? Number.MAX_SAFE_INTEGER));
}

function textSample({ format, pattern, minLength, maxLength }: JsonSchema, name: string): string {
  const known = typeof format === "string" ? byFormat[format] : undefined;
  const candidates = [
    known,
    byName[name],
    "Acme Shipping",
    "EUR",
    "NL",
    "2026-11-21",
    "1234",
    "acme",
    "12:30",
    "#0f766e",
  ];
  const fits = (each: string) =>
    (typeof pattern !== "string" || new RegExp(pattern, "u").test(each)) &&
    each.length >= Number(minLength ?? 0) &&
    each.length <= Number(maxLength ?? each.length);
  const found = candidates.find((each) => each !== undefined && fits(each));
  return found ?? "Acme Shipping ".repeat(20).slice(0, Math.max(Number(minLength ?? 4), 4));
}
