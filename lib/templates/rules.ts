import { variables } from "./variables";

const named = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names in a template that nothing stands for. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(named)].map(([, name]) => name ?? "");
  return [...new Set(names.filter((name) => !Object.hasOwn(variables, name)))];
}

/** The template with values for its names, as plain text: nothing in it or in a value is ever run or read as markup. */
export function fillTemplate(body: string, values: Record<string, string>): string {
  return body.replace(named, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : whole));
}

export const previewOf = (body: string): string => fillTemplate(body, variables);
