import type { Permission } from "@/lib/access/permissions";
import type { Resource } from "./declaration";
import type { Linked, Shape } from "./field-schema";

/** What the browser knows of a resource: plain data, without its table and rules. */
export type ResourceFacts = Pick<
  Resource,
  "name" | "path" | "words" | "icon" | "title" | "sort" | "search" | "inBothModes"
> &
  Shape & { may: { create: boolean } };

/** A list that a form offers to choose from: where it is, and its first records. */
export type LinkedChoices = { to: Linked; options: { value: string; label: string }[] };

export function factsOf(resource: Resource, held: readonly Permission[]): ResourceFacts {
  const { name, path, words, icon, title, sort, search, fields, lines, permissions, inBothModes } = resource;
  return {
    ...{ name, path, words, icon, title, sort, fields, lines },
    ...(search ? { search } : {}),
    ...(inBothModes ? { inBothModes } : {}),
    may: { create: held.includes(permissions.create) },
  };
}
