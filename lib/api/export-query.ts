import { invalidInput } from "@/lib/access/handle";
import { severalOf } from "@/lib/access/several";
import { operations } from "@/lib/operations";
import { refuseUnknown, withOutsideNames } from "./input";
import { inputSchema } from "./json-schema";
import { toInside } from "./names";
import { readQuery } from "./query";

/**
 * The filters and the order of an export, by the names and with the refusals of the list itself: to leave out what it does
 * not know would write more rows than were asked for. Of all pages, so it takes no `limit` and no `cursor`.
 */
export function readExportQuery(list: string, query: URLSearchParams): Record<string, string> {
  const operation = operations.find(({ name }) => name === `${list}.list`);
  if (!operation) return {}; // there is no such list, which the export says
  const schema = inputSchema(operation);
  const { value, unknown } = toInside(readQuery(query, schema), schema);
  const given = Object.entries(value as Record<string, unknown>); // an object goes in, an object comes out
  refuseUnknown([...unknown, ...["limit", "cursor"].filter((name) => query.has(name))]);
  const parsed = operation.input.safeParse(value);
  if (!parsed.success) throw withOutsideNames(invalidInput(parsed.error));
  return Object.fromEntries(
    given.map(([name, each]) => [name, Array.isArray(each) ? severalOf(each.map(String)) : String(each)]),
  );
}
