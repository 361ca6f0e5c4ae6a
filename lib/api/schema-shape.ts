import type { JsonSchema } from "./json-schema";
import { outsideName } from "./spelling";

/** A schema as names are read by it: worked out once, as every answer and every body goes through it. */
export type Shape = {
  /** The declared fields by their inside names. */
  fields: ReadonlyMap<string, Field>;
  /** Inside names by outside ones. */
  inside: ReadonlyMap<string, string>;
  /** The schema allows no other names than those it declares. */
  closed: boolean;
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
      return [name, { outside: outsideName(name), shape: once(() => children), prefix }];
    }),
  );
  const inside = new Map<string, string>();
  for (const [name, { outside }] of fields) if (!inside.has(outside)) inside.set(outside, name);
  return {
    fields,
    inside,
    closed: leaves.some((leaf) => leaf.additionalProperties === false),
    items: once(() => leaves.flatMap((leaf) => (leaf.items ? [leaf.items] : []))),
    other: once(() => childrenOf(leaves, undefined)),
  };
}

function once(branches: () => JsonSchema[]): () => Shape {
  let made: Shape | undefined;
  return () => {
    made ??= shapeOf({ anyOf: branches() });
    return made;
  };
}

function leavesOf(schema: JsonSchema): JsonSchema[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return branches.length === 0 ? [schema] : [schema, ...branches.flatMap(leavesOf)];
}

function childrenOf(leaves: JsonSchema[], name: string | undefined): JsonSchema[] {
  return leaves.flatMap((leaf): JsonSchema[] => {
    const declared = name !== undefined && leaf.properties && Object.hasOwn(leaf.properties, name);
    const child = (declared ? leaf.properties?.[name] : undefined) ?? leaf.additionalProperties;
    return typeof child === "object" ? [child] : [];
  });
}
