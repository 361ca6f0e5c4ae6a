import { resources } from "@/lib/resources";

/** By the beginning of an id: where records of that kind have a page each. */
const paths = new Map<string, string>([
  ["shp", "/shipments"],
  ["mem", "/members"],
  ["reg", "/registrations"],
  ["whk", "/webhooks"],
  ...resources.map(({ prefix, path }): [string, string] => [prefix, path]),
]);

/** By the ids of records that a call named: the pages of those that have one of their own. */
export function pagesOf(ids: string[]): Record<string, string> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const path = paths.get(id.split("_", 1)[0] ?? "");
      return path ? [[id, `${path}/${id}`]] : [];
    }),
  );
}
