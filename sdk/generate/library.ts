import type { JsonSchema } from "@/lib/api/json-schema";
import { type Call, callsOf, pascal } from "./calls";
import type { OpenApi } from "./document";
import { comment, typeOf } from "./types";

const head = "// Made from the OpenAPI document by `npm run sdk`. Changes made here are lost.\n\n";

/** The library's generated files, by name. */
export function libraryOf(document: OpenApi): Record<string, string> {
  const calls = callsOf(document);
  return { "types.ts": typesFile(document, calls), "resources.ts": resourcesFile(calls) };
}

function typesFile({ components }: OpenApi, calls: Call[]): string {
  const queries = calls.flatMap(({ query }) => (query ? [[query.name, query.schema] as const] : []));
  const used = new Set(calls.flatMap(({ input, output }) => [input?.type ?? "", ...output.split(" | ")]));
  const schemas = Object.entries(components.schemas)
    .filter(([name]) => used.has(name))
    .sort(byName);
  return head + [...schemas, ...queries].map(([name, schema]) => declared(name, schema)).join("\n");
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

function declared(name: string, schema: JsonSchema): string {
  const said = comment((schema as { description?: string }).description);
  return `${said}export type ${name} = ${typeOf(schema)};\n`;
}

function resourcesFile(calls: Call[]): string {
  const groups = [...new Set(calls.map(({ group }) => group))].sort();
  const imported = [
    ...new Set(calls.flatMap(({ input, query, output }) => [input?.type, query?.name, ...output.split(" | ")])),
  ]
    .filter((name): name is string => name !== undefined && name !== "void" && name !== "string")
    .sort();
  const classes = groups.map((group) =>
    classOf(
      group,
      calls.filter((call) => call.group === group),
    ),
  );
  return `${head}import { Resource, segment } from "../resource.js";
import type { Pages } from "../pages.js";
import type { RequestOptions } from "../options.js";
import type { Transport } from "../transport.js";
import type {
${imported.map((name) => `  ${name},\n`).join("")}} from "./types.js";

${classes.join("\n")}
/** Every group of calls. */
export class Resources {
${groups.map((group) => `  readonly ${group}: ${classNameOf(group)};\n`).join("")}
  constructor(transport: Transport) {
${groups.map((group) => `    this.${group} = new ${classNameOf(group)}(transport);\n`).join("")}  }
}
`;
}

const classNameOf = (group: string) => `${pascal(group)}Calls`;

function classOf(group: string, calls: Call[]): string {
  return `export class ${classNameOf(group)} extends Resource {\n${calls.map(methodOf).join("\n")}}\n`;
}

function methodOf(call: Call): string {
  const { name, values, query, input, output, pages, about } = call;
  const given = query
    ? `query${needsQuery(call) ? "" : "?"}: ${query.name}`
    : input && `input${input.needed ? "" : "?"}: ${input.type}`;
  const parameters = [...values.map((value) => `${value}: string`), given, "options?: RequestOptions"].filter(Boolean);
  const answer = pages ? `Pages<${output}>` : `Promise<${output}>`;
  return `${comment(about, "  ")}  ${name}(${parameters.join(", ")}): ${answer} {
    return this.${pages ? "pages" : "call"}({ ${requestOf(call)} }, options);
  }
`;
}

function needsQuery({ query }: Call): boolean {
  return (query?.schema.required ?? []).length > 0;
}

function requestOf({ method, path, root, query, input, once, kept, text }: Call): string {
  const filled = path.includes("{") ? `\`${path.replace(/\{(\w+)\}/g, "$${segment($1)}")}\`` : JSON.stringify(path);
  const parts = [
    `method: "${method}"`,
    `path: ${filled}`,
    query && "query",
    input && "body: input",
    once && "once: true",
    kept && "kept: true",
    text && "text: true",
    root && "root: true",
  ];
  return parts.filter(Boolean).join(", ");
}
