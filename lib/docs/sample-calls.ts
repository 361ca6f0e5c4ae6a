import { graphqlSample } from "./graphql-samples";
import { named } from "./library-names";
import type { Row } from "./schema-rows";

type Called = {
  id: string;
  tag: string;
  method: string;
  path: string;
  root: boolean;
  path_: Row[];
  query: Row[];
  bodyExample: unknown;
  keyScopes: string[] | undefined;
};

/** The same call as one types it, and through the library. `{{key}}` stands for the reader's key. */
export function sampleCalls(given: Called, api: string) {
  const bodyExample = given.keyScopes ? withoutProof(given.bodyExample) : given.bodyExample;
  const called = { ...given, bodyExample };
  const document = graphqlSample(given.id);
  return [
    { language: "bash", label: "cURL", code: curl(called, api) },
    { language: "javascript", label: "Client library", code: library(called) },
    ...(document ? [{ language: "graphql", label: "GraphQL", code: document }] : []),
  ];
}

/** A key is not asked for the proof that a person gives. */
export function withoutProof(example: unknown): unknown {
  if (typeof example !== "object" || example === null || Array.isArray(example)) return example;
  const own = Object.entries(example).filter(([name]) => name !== "password" && name !== "factor_code");
  return own.length > 0 || Object.keys(example).length === 0 ? Object.fromEntries(own) : undefined;
}

function curl({ method, path, root, bodyExample, keyScopes }: Called, api: string): string {
  const lines = [`curl ${method === "GET" ? "" : `-X ${method} `}"${api}${root ? "" : "/api/v1"}${path}"`];
  if (keyScopes) lines.push(`-H "Authorization: Token {{key}}"`);
  else if (!root) lines.push(`-H "Authorization: Bearer $ACCESS_TOKEN"`);
  if (bodyExample !== undefined) {
    lines.push(`-H "Content-Type: application/json"`);
    lines.push(`-d '${JSON.stringify(bodyExample, null, 2).replaceAll("'", "'\\''")}'`);
  }
  return lines.join(" \\\n  ");
}

function library({ id, tag, path, path_, query, bodyExample }: Called): string {
  const { group, name } = named(tag, id, path);
  const values = path_.map((row) => JSON.stringify(`${row.type.match(/\((\w+)…\)/)?.[1] ?? ""}…`));
  const listed = query.some((row) => row.name === "cursor");
  const given =
    bodyExample !== undefined ? literal(bodyExample) : query.some((row) => row.name === "limit") ? "{ limit: 20 }" : "";
  const call = `berth.${group}.${name}(${[...values, given].filter(Boolean).join(", ")})`;
  return listed
    ? `for await (const each of ${call}) {\n  console.log(each);\n}`
    : `const answer = await ${call};\nconsole.log(answer);`;
}

/** As one writes it in JavaScript: names without quotes where they need none. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:");
}
