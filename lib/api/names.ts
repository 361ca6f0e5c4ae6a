import { decodeId, encodeId } from "@/lib/ids";
import type { JsonSchema } from "./json-schema";
import { writeMoment } from "./moment";
import { type Shape, shapeOf } from "./schema-shape";
import { outsideName } from "./spelling";

/**
 * Renames the fields that a schema declares, and those alone: names inside free-form records are data. A field that is
 * spelled as inside is not known outside; it comes back in `unknown`.
 */
export function toInside(value: unknown, schema: JsonSchema): { value: unknown; unknown: string[] } {
  const unknown: string[] = [];
  return { value: insideOf(value, shapeOf(schema), "", unknown), unknown };
}

export function toOutside(value: unknown, schema: JsonSchema): unknown {
  return outsideOf(value, shapeOf(schema));
}

function insideOf(value: unknown, shape: Shape, path: string, unknown: string[]): unknown {
  const at = (name: string | number) => (path ? `${path}.${name}` : `${name}`);
  if (Array.isArray(value)) return value.map((each, index) => insideOf(each, shape.items(), at(index), unknown));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const inside = shape.inside.get(name);
      if (inside === undefined && (shape.closed || shape.fields.has(name))) unknown.push(at(name));
      const field = shape.fields.get(name) ?? shape.fields.get(inside ?? name);
      const known = field?.prefix !== undefined && typeof each === "string" ? idInside(field.prefix, each) : each;
      return [inside ?? name, insideOf(known, (field?.shape ?? shape.other)(), at(name), unknown)];
    }),
  );
}

function outsideOf(value: unknown, shape: Shape): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : writeMoment(value);
  if (shape.same()) return value;
  if (Array.isArray(value)) {
    const items = shape.items();
    return value.map((each) => (typeof each === "object" ? outsideOf(each, items) : each));
  }
  if (!isRecord(value)) return value;
  return shape.declared ? fieldsOutside(value, shape) : namesOutside(value, shape);
}

/** Of what holds declared fields alone, as operations answer: its names need not be looked up one by one. */
function fieldsOutside(value: object, { fields }: Shape): unknown {
  const outside: Record<string, unknown> = {};
  for (const [name, field] of fields) {
    const each = (value as Record<string, unknown>)[name];
    if (each === undefined) continue;
    outside[field.outside] = typeof each === "object" ? outsideOf(each, field.shape()) : idOutside(field, each);
  }
  return outside;
}

function namesOutside(value: object, shape: Shape): unknown {
  const outside: Record<string, unknown> = {};
  for (const name in value) {
    if (!Object.hasOwn(value, name)) continue;
    const each = (value as Record<string, unknown>)[name];
    const field = shape.fields.get(name);
    const told = field?.outside ?? name;
    const held = typeof each === "object" ? outsideOf(each, (field?.shape ?? shape.other)()) : idOutside(field, each);
    if (told === "__proto__") Object.defineProperty(outside, told, { value: held, enumerable: true });
    else outside[told] = held;
  }
  return outside;
}

function idOutside(field: { prefix: string | undefined } | undefined, value: unknown): unknown {
  return field?.prefix !== undefined && typeof value === "string" ? encodeId(field.prefix, value) : value;
}

/** The UUID, or what is none: a UUID itself is no id outside. */
function idInside(prefix: string, id: string): string {
  return decodeId(prefix, id) ?? "";
}

/** What stands in a path, by its inside names. */
export function pathInside(values: Record<string, string>, schema: JsonSchema): Record<string, string> {
  const { fields } = shapeOf(schema);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const prefix = fields.get(name)?.prefix;
      return [name, prefix === undefined ? value : idInside(prefix, value)];
    }),
  );
}

function isRecord(value: unknown): value is object {
  return value !== null && typeof value === "object" && !(value instanceof Date);
}

/** A schema with its fields spelled as outside. */
export function outsideSchema(schema: JsonSchema): JsonSchema {
  const each = (list?: JsonSchema[]) => list?.map(outsideSchema);
  const { outsideId: _, ...told } = schema;
  const { properties, required, items, anyOf, oneOf, allOf, additionalProperties } = told;
  return defined({
    ...told,
    properties:
      properties &&
      Object.fromEntries(Object.entries(properties).map(([name, of]) => [outsideName(name), outsideSchema(of)])),
    required: required?.map(outsideName),
    items: items && outsideSchema(items),
    anyOf: each(anyOf),
    oneOf: each(oneOf),
    allOf: each(allOf),
    additionalProperties:
      typeof additionalProperties === "object" ? outsideSchema(additionalProperties) : additionalProperties,
  });
}

function defined(schema: { [keyword: string]: unknown }): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
