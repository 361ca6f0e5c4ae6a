import type { JsonSchema } from "./json-schema";
import { outsideName } from "./spelling";

/** A schema as names are read by it: worked out once, as every answer and every body goes through it. */
export type Shape = {
  /** The declared fields by their inside names. */
  fields: ReadonlyMap<string, Field>;
  /** Inside names by outside ones. */
  inside: ReadonlyMap<string, string>;
  /** Nothing in it is named or told otherwise outside. */
  same: () => boolean;
  /** The schema allows no other names than those it declares. */
  closed: boolean;
  /** Closed, whichever of its forms a value has. */
  declared: boolean;
  /** Of each item, where it is a list. */
  items: () => Shape;
  /** Of what a name holds that is not declared. */
  other: () => Shape;
};

type Field = {
  outside: string;
  shape: () => Shape;
  /** The prefix of its ids outside, where it holds UUIDs inside. */
  prefix: string | undefined;
};

const shapes = new WeakMap<JsonSchema, Shape>();

export function shapeOf(schema: JsonSchema): Shape {
  const known = shapes.get(schema) ?? makeShape(leavesOf(schema));
  shapes.set(schema, known);
  return known;
}

function makeShape(leaves: JsonSchema[]): Shape {
  const names = [...new Set(leaves.flatMap((leaf) => Object.keys(leaf.properties ?? {})))];
  const fields = new Map(
    names.map((name) => {
      const children = childrenOf(leaves, name);
      const prefix = children.flatMap(leavesOf).find(({ outsideId }) => outsideId)?.outsideId;
      return [name, { outside: outsideName(name), shape: once(() => shapeOf({ anyOf: children })), prefix }];
    }),
  );
  const inside = new Map<string, string>();
  for (const [name, { outside }] of fields) if (!inside.has(outside)) inside.set(outside, name);
  const listed = leaves.flatMap((leaf) => (leaf.items ? [leaf.items] : []));
  const others = childrenOf(leaves, undefined);
  const items = once(() => shapeOf({ anyOf: listed }));
  const other = once(() => shapeOf({ anyOf: others }));
  const isSame = () =>
    [...fields].every(([name, { outside, prefix, shape }]) => outside === name && !prefix && shape().same()) &&
    (listed.length === 0 || items().same()) &&
    (others.length === 0 || other().same());
  return {
    fields,
    inside,
    same: once(isSame, false), // of a schema that holds itself, while that is found out
    closed: leaves.some((leaf) => leaf.additionalProperties === false),
    declared: names.length > 0 && leaves.filter(mayHoldNames).every((leaf) => leaf.additionalProperties === false),
    items,
    other,
  };
}

/** What `make` answered the first time; `meanwhile` to whoever asks while it works. */
function once<Value>(make: () => Value, meanwhile?: Value): () => Value {
  let made = meanwhile;
  let begun = false;
  return () => {
    if (begun) return made as Value; // set, or `meanwhile`
    begun = true;
    made = make();
    return made;
  };
}

function leavesOf(schema: JsonSchema): JsonSchema[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return branches.length === 0 ? [schema] : [schema, ...branches.flatMap(leavesOf)];
}

function mayHoldNames({ type, anyOf, oneOf, allOf }: JsonSchema): boolean {
  return type === "object" || (type === undefined && !anyOf && !oneOf && !allOf);
}

function childrenOf(leaves: JsonSchema[], name: string | undefined): JsonSchema[] {
  return leaves.flatMap((leaf): JsonSchema[] => {
    const declared = name !== undefined && leaf.properties && Object.hasOwn(leaf.properties, name);
    const child = (declared ? leaf.properties?.[name] : undefined) ?? leaf.additionalProperties;
    return typeof child === "object" ? [child] : [];
  });
}
