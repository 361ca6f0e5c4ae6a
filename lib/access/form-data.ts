type Value = string | Value[] | { [name: string]: Value };

const ours = new Set(["organization", "shownMode", "shown", "password", "factorCode"]);

/**
 * Form fields as an object: `settings.currency` nests, `ids[]` and `parcels.0.weight` make lists. Fields of React and of the form itself
 * (organization, mode, what was shown, password and code of a fresh check) are left out unless `keepPassword`.
 */
export function formValues(form: FormData, { keepPassword }: { keepPassword: boolean }): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    if (ours.has(name) && !(name === "password" && keepPassword)) continue;
    place(values, name, value);
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, withLists(value)]));
}

/** What has only numbers for names is a list, in their order. */
function withLists(value: Value): Value {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, withLists(each)] as const);
  if (entries.length > 0 && entries.every(([name]) => /^\d{1,4}$/.test(name)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, each]) => each);
  return Object.fromEntries(entries);
}

function place(values: Record<string, Value>, name: string, value: string): void {
  const list = name.endsWith("[]");
  const path = (list ? name.slice(0, -2) : name).split(".");
  const last = path.pop();
  if (last === undefined || [...path, last].some((part) => part === "__proto__" || part === "constructor")) return;
  let at = values;
  for (const part of path) {
    const next = Object.hasOwn(at, part) ? at[part] : undefined;
    if (typeof next === "object" && !Array.isArray(next)) at = next;
    else {
      const made: Record<string, Value> = {};
      at[part] = made;
      at = made;
    }
  }
  if (!list) at[last] = value;
  else {
    const known = Object.hasOwn(at, last) ? at[last] : undefined;
    at[last] = Array.isArray(known) ? [...known, value] : [value];
  }
}
