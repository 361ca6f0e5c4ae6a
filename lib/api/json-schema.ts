import { z } from "zod";
import type { AnyOperation } from "@/lib/access/operation";

/** The part of JSON Schema 2020-12 that zod writes. */
export type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  /** A UUID inside, and an id with this prefix outside. */
  outsideId?: string;
  [keyword: string]: unknown;
};

const inputs = new WeakMap<AnyOperation, JsonSchema>();
const outputs = new WeakMap<AnyOperation, JsonSchema>();

/** What the operation takes, before its transforms, with its own (inside) names. */
export function inputSchema(operation: AnyOperation): JsonSchema {
  return remembered(inputs, operation, () => {
    const schema = schemaOf(operation.input, "input");
    return comesWhole(operation) ? { ...schema, properties: { ...schema.properties, ...partFields } } : schema;
  });
}

const partFields: Record<string, JsonSchema> = {
  limit: {
    type: "integer",
    minimum: 1,
    maximum: 100,
    description: "How many a page holds, 100 at most. Without it the list comes whole.",
  },
  cursor: { type: "string", maxLength: 1000 },
};

/** A list whose operation answers all of it: the API cuts it into pages where that is asked for. */
export function comesWhole(operation: AnyOperation): boolean {
  if (operation.rest?.method !== "get") return false;
  const { shape = {} } = operation.input as { shape?: Record<string, unknown> };
  return !("limit" in shape) && isList(outputSchema(operation));
}

function isList({ properties = {} }: JsonSchema): boolean {
  return properties.data?.type === "array";
}

/** What the operation answers, after its transforms. A bare list comes in the envelope of every list. */
export function outputSchema(operation: AnyOperation): JsonSchema {
  return remembered(outputs, operation, () => {
    const schema = schemaOf(operation.output, "output");
    const reads = operation.rest?.method === "get";
    if (schema.type === "array") return envelope(schema, reads ? nextCursor : { type: "null" });
    return reads && isList(schema) ? withNext(schema) : withoutOnRepeat(schema, operation.shownOnce ?? []);
  });
}

/** What is shown once is null where the same request comes again. */
function withoutOnRepeat(schema: JsonSchema, names: readonly string[]): JsonSchema {
  if (names.length === 0) return schema;
  const nullable = Object.entries(schema.properties ?? {}).map(([name, of]) => [
    name,
    names.includes(name) && !of.anyOf ? { anyOf: [of, { type: "null" }], description: shownOnce } : of,
  ]);
  return { ...schema, properties: Object.fromEntries(nullable) };
}

const shownOnce = "Shown once: null where a request with the same Idempotency-Key comes again.";

const nextCursor = schemaOf(z.string().nullable(), "output");

function withNext({ properties = {}, required = [], ...schema }: JsonSchema): JsonSchema {
  return {
    ...schema,
    properties: { ...properties, next_cursor: nextCursor },
    required: [...new Set([...required, "next_cursor"])],
  };
}

function envelope(data: JsonSchema, next_cursor: JsonSchema): JsonSchema {
  return {
    type: "object",
    properties: { data, next_cursor },
    required: ["data", "next_cursor"],
    additionalProperties: false,
  };
}

function remembered(
  known: WeakMap<AnyOperation, JsonSchema>,
  operation: AnyOperation,
  make: () => JsonSchema,
): JsonSchema {
  const found = known.get(operation) ?? make();
  known.set(operation, found);
  return found;
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => complete(jsonSchema as JsonSchema, zodSchema._zod.def.type),
  });
  return described as JsonSchema; // the same keywords, in our narrower spelling
}

/** What zod cannot say by itself: dates, and ids whose transform says nothing but their example. */
function complete(schema: JsonSchema, type: string): void {
  if (type === "date") Object.assign(schema, { type: "string", format: "date-time" });
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (typeof schema.outsideId === "string") {
    schema.example = `${schema.outsideId}_01h2xcejqtf2nbrexx3vqjhp41`;
    delete schema.format;
  }
  if (typeof schema.example !== "string") return;
  const prefix = /^([a-z]+)_[0-9a-z]{26}$/.exec(schema.example)?.[1];
  Object.assign(schema, { type: "string", examples: [schema.example] });
  if (prefix) schema.pattern = `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`;
  delete schema.example;
}
