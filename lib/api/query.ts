import { valuesOf } from "@/lib/access/several";
import { type BerthError, faultsAt } from "@/lib/errors";
import type { JsonSchema } from "./json-schema";
import { outsideName } from "./spelling";
import { checkText } from "./strict-json";

/** Query parameters as the schema types them: lists by comma or repetition, numbers and booleans by their spelling. */
export function readQuery(query: URLSearchParams, schema: JsonSchema): Record<string, unknown> {
  const byName = new Map(Object.entries(schema.properties ?? {}).map(([name, of]) => [outsideName(name), of]));
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const texts = query.getAll(name);
      for (const text of [name, ...texts]) checkText(text);
      return [name, typed(name, texts, byName.get(name) ?? {})];
    }),
  );
}

function typed(name: string, texts: string[], schema: JsonSchema): unknown {
  const types = typesOf(schema);
  if (types.has("array")) return texts.flatMap(valuesOf);
  if (texts.length > 1) throw fault(name, "Give this once.");
  const text = texts[0] ?? "";
  if (types.has("integer") || types.has("number")) {
    if (/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
    if (!types.has("string")) throw fault(name, "Give a number.");
  }
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}

function fault(name: string, message: string): BerthError {
  return faultsAt({ [name]: [message] });
}

function typesOf(schema: JsonSchema): Set<string> {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return new Set([...(schema.type ? [schema.type] : []), ...branches.flatMap((each) => [...typesOf(each)])]);
}
