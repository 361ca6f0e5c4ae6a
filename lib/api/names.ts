import type { JsonSchema } from "./json-schema";

/** Fields are `snake_case` outside; inside, code spells them `camelCase`. */
export function outsideName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `settings.timeZone` as the caller spelled it. */
export function outsidePath(path: string): string {
  return path.split(".").map(outsideName).join(".");
}

/**
 * Renames the fields that a schema declares, and those alone: names inside free-form records are data. A field that is
 * spelled as inside is not known outside; it comes back in `unknown`.
 */
export function toInside(value: unknown, schema: JsonSchema, path = ""): { value: unknown; unknown: string[] } {
  const unknown: string[] = [];
  const renaming: Renaming = ({ name, known, closed, path: at }) => {
    const inside = known.find((each) => outsideName(each) === name);
    if (inside === undefined && (closed || known.includes(name))) unknown.push(at ? `${at}.${name}` : name);
    return inside ?? name;
  };
  const renamed = rename(value, schema, renaming, path);
  return { value: renamed, unknown };
}

export function toOutside(value: unknown, schema: JsonSchema): unknown {
  return rename(value, schema, ({ name, known }) => (known.includes(name) ? outsideName(name) : name), "");
}

/** A schema with its fields spelled as outside. */
export function outsideSchema(schema: JsonSchema): JsonSchema {
  const each = (list?: JsonSchema[]) => list?.map(outsideSchema);
  const { properties, required, items, anyOf, oneOf, allOf, additionalProperties } = schema;
  return defined({
    ...schema,
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

/** `closed`: the schema allows no other names than those it declares. */
type Renaming = (field: { name: string; known: string[]; closed: boolean; path: string }) => string;

function rename(value: unknown, schema: JsonSchema, renaming: Renaming, path: string): unknown {
  const leaves = leavesOf(schema);
  if (Array.isArray(value)) {
    const items = leaves.flatMap((leaf): JsonSchema[] => (leaf.items ? [leaf.items] : []));
    return value.map((each, index) => rename(each, { anyOf: items }, renaming, `${path ? `${path}.` : ""}${index}`));
  }
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  const known = leaves.flatMap((leaf) => Object.keys(leaf.properties ?? {}));
  const closed = leaves.some((leaf) => leaf.additionalProperties === false);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const named = renaming({ name, known, closed, path });
      const inside = known.includes(name) ? name : named;
      return [named, rename(each, { anyOf: childrenOf(leaves, inside) }, renaming, path ? `${path}.${name}` : name)];
    }),
  );
}

function leavesOf(schema: JsonSchema): JsonSchema[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return branches.length === 0 ? [schema] : [schema, ...branches.flatMap(leavesOf)];
}

function childrenOf(leaves: JsonSchema[], name: string): JsonSchema[] {
  return leaves.flatMap((leaf): JsonSchema[] => {
    const own = leaf.properties && Object.hasOwn(leaf.properties, name) ? leaf.properties[name] : undefined;
    const other = own ?? leaf.additionalProperties;
    return typeof other === "object" ? [other] : [];
  });
}
