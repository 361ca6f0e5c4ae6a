import type { FormValue } from "@/components/form/form-context";

export type NestedValues = { [name: string]: FormValue | string[] | NestedValues };

/** The value at a dotted path, such as `settings.currency`. */
export function valueAt(values: NestedValues, path: string): FormValue {
  let here: NestedValues[string] = values;
  for (const step of path.split(".")) {
    if (typeof here !== "object" || here === null || Array.isArray(here)) return undefined;
    here = here[step];
  }
  return typeof here === "object" ? undefined : here;
}
