import { ExportsCalls } from "./generated/resources.js";
import type { RequestOptions } from "./options.js";
import { segment } from "./resource.js";

type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Text;

type Filters = {
  [Name in keyof ExportsCalls as Kebab<Name>]: Parameters<ExportsCalls[Name]>[0];
};

/** Lists as CSV: each by its own call, or by its name. */
export class Exports extends ExportsCalls {
  /** The list of this name as CSV, all its rows, by its own filters and in its order. */
  readCsv<List extends keyof Filters>(list: List, query?: Filters[List], options?: RequestOptions): Promise<string> {
    return this.call({ method: "GET", path: `/exports/${segment(list)}`, query, text: true }, options);
  }
}
