import type { FormValue } from "@/components/form/form-context";

export type NestedValues = { [name: string]: FormValue | string[] | NestedValues | NestedValues[] };

/** The value at a dotted path, such as `settings.currency` or `parcels.0.weight`. */
export function valueAt(values: NestedValues, path: string): FormValue {
  let here: unknown = values;
  for (const step of path.split(".")) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return typeof here === "object" ? undefined : (here as FormValue); // the leaves of NestedValues
}
