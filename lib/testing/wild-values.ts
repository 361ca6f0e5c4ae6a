import fc from "fast-check";
import type { JsonSchema } from "@/lib/api/json-schema";

/** What people with bad intent, or broken programs, put into any field. */
const hostile: unknown[] = [
  ...[
    "",
    " ",
    "null",
    "undefined",
    "-1",
    "1e309",
    "0x10",
    "NaN",
    "true",
    "[]",
    "../../etc/passwd",
    "%00",
    "%F0%28",
    "\\",
  ],
  ...[
    "' or 1=1 --",
    "'; drop table memberships; --",
    '"><script>alert(1)</script>',
    ["$", "{7*7}"].join(""),
    "{{7*7}}",
    "=cmd()",
    "\u202e",
    "\ufeff",
  ],
  ...[
    "a".repeat(5000),
    "𝒳".repeat(300),
    "\r\nX-Injected: 1",
    "9999999999999999999999",
    "2026-02-30",
    "0000-00-00T00:00:00Z",
  ],
  ...[
    0,
    -1,
    1.5,
    2 ** 53,
    -(2 ** 31) - 1,
    1e308,
    true,
    false,
    null,
    [],
    {},
    [[]],
    [null],
    { $ne: null },
    { a: { b: { c: [1] } } },
  ],
];

/** Anything that JSON can say. */
export const wild: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }).map((value) => withoutNul(value)) },
);

const formats: Record<string, fc.Arbitrary<string>> = {
  "date-time": fc.constant("2026-11-21T09:30:00.000Z"),
  date: fc.constantFrom("2026-11-21", "1999-12-31", "9999-12-31", "0001-01-01"),
  uuid: fc.uuid(),
  email: fc.constantFrom("maria@acme.example", "a@b.example", "x+y@sub.domain.example"),
  uri: fc.constant("https://acme.example/"),
};

/** Values that the schema takes, or nearly: what it says by pattern alone is guessed from its example. */
export function fitting(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return fc.constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches && branches.length > 0) return fc.oneof(...branches.map(fitting));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(fitting)).map((all) => Object.assign({}, ...all));
  if (schema.type === "object" || schema.properties) return record(schema);
  if (schema.type === "array")
    return fc.array(schema.items ? fitting(schema.items) : fc.constant("x"), { maxLength: 3 });
  if (schema.type === "string") return text(schema);
  if (schema.type === "integer") return fc.integer(bounds(schema));
  if (schema.type === "number") return fc.integer(bounds(schema));
  if (schema.type === "boolean") return fc.boolean();
  return schema.type === "null" ? fc.constant(null) : wild;
}

function record({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, fitting(of)]));
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

function text({ format, examples, minLength, maxLength, pattern }: JsonSchema): fc.Arbitrary<string> {
  const known = typeof format === "string" ? formats[format] : undefined;
  if (known) return known;
  if (Array.isArray(examples) && examples.length > 0) return fc.constantFrom(...(examples as string[]));
  const free = fc.string({ minLength: Number(minLength ?? 1), maxLength: Math.min(Number(maxLength ?? 40), 60) });
  return pattern ? fc.oneof(fc.constantFrom("EUR", "NL", "NLRTM", "dispatcher", "#0f766e", "Acme"), free) : free;
}

function bounds({ minimum, maximum }: JsonSchema) {
  const min = Math.ceil(Number(minimum ?? -1000));
  return { min, max: Math.max(min, Math.min(Number(maximum ?? min + 100_000), min + 1_000_000)) };
}

function withoutNul(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll("\\u0000", "")
      .replaceAll(/\\ud[89a-f][0-9a-f]{2}/gi, "?"),
  );
}
