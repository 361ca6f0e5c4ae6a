import { everywhere } from "./field-words/everywhere";
import { organization } from "./field-words/organization";
import { people } from "./field-words/people";
import { programs } from "./field-words/programs";
import { work } from "./field-words/work";
import type { JsonSchema } from "./json-schema";

/**
 * What fields mean, for readers of the reference. What says more is taken first: `members.list.name`, `members.parent.name`,
 * `parent.name`, `members.name`, and last `name` alone.
 */
export const fieldMeanings: ReadonlyMap<string, string> = new Map(
  [everywhere, work, people, programs, organization].flatMap((words) => Object.entries(words)),
);

type Place = {
  /** The operation, such as `members.list`; what stands before the dot is what it is about. */
  operation: string;
  /** The fields around it, without the envelope of lists. */
  around: string[];
};

/** A schema with a description at every field that has none of its own. */
export function described(schema: JsonSchema, operation: string): JsonSchema {
  return within(schema, { operation, around: [] });
}

function within(schema: JsonSchema, place: Place): JsonSchema {
  const { properties, items, anyOf, oneOf, allOf, additionalProperties } = schema;
  const each = (list: JsonSchema[]) => list.map((one) => within(one, place));
  return {
    ...schema,
    ...(properties ? { properties: fieldsOf(properties, place) } : {}),
    ...(items ? { items: within(items, place) } : {}),
    ...(anyOf ? { anyOf: each(anyOf) } : {}),
    ...(oneOf ? { oneOf: each(oneOf) } : {}),
    ...(allOf ? { allOf: each(allOf) } : {}),
    ...(typeof additionalProperties === "object" ? { additionalProperties: within(additionalProperties, place) } : {}),
  };
}

function fieldsOf(properties: Record<string, JsonSchema>, place: Place): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => {
      const inner = within(field, { ...place, around: name === "data" ? place.around : [...place.around, name] });
      const words = isDescribed(field) ? undefined : meaningOf(name, place);
      return [name, words ? { ...inner, description: words } : inner];
    }),
  );
}

function isDescribed({ description, anyOf, oneOf }: JsonSchema): boolean {
  return typeof description === "string" || (anyOf ?? oneOf ?? []).some(isDescribed);
}

function meaningOf(name: string, { operation, around }: Place): string | undefined {
  const [noun = ""] = operation.split(".");
  const [parent = "", above = ""] = [...around].reverse();
  const keys = [
    ...(parent
      ? [`${noun}.${parent}.${name}`, `${parent}.${name}`, `${parent}.*`, ...(above ? [`${above}.${name}`] : [])]
      : [`${operation}.${name}`]),
    `${noun}.${name}`,
    name,
  ];
  const key = keys.find((each) => fieldMeanings.has(each));
  return key === undefined ? undefined : fieldMeanings.get(key);
}
