import { inOrder } from "./operation-order";
import { inParts } from "./reference-parts";
import { saidOnce } from "./said-once";
import { sampleCalls, withoutProof } from "./sample-calls";
import { type Node, type Row, rowOf, rowsOf, type Same } from "./schema-rows";

type Content = Record<string, { schema: Node; example?: unknown }>;
type Parameter = { $ref?: string; name: string; in: string; required?: boolean; description?: string; schema: Node };
type Entry = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  "x-permission"?: string;
  security: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { $ref?: string; description?: string; content?: Content }>;
};
export type OpenApi = {
  tags: { name: string; description?: string }[];
  paths: Record<string, Record<string, unknown>>;
  webhooks: Record<string, { post: { requestBody: { content: Content } } }>;
  components: { schemas: Record<string, Node>; parameters: Record<string, Parameter> };
};

export type Operation = {
  id: string;
  anchor: string;
  method: string;
  path: string;
  /** Without the address that it begins at. */
  root: boolean;
  summary: string;
  about: string;
  /** Scopes by which a key may call it; undefined where no key may. */
  keyScopes: string[] | undefined;
  permission: string | undefined;
  path_: Row[];
  query: Row[];
  headers: string[];
  body: Row[];
  bodySame?: Same | undefined;
  bodyExample: unknown;
  answer: Row[];
  answerSame?: Same | undefined;
  status: string;
  answerExample: unknown;
  errors: string[];
  samples: { language: string; label: string; code: string }[];
};

export type Group = { slug: string; title: string; about: string; operations: Operation[] };

export type GroupLink = { slug: string; title: string; about: string; operations: number };

/** The groups of the reference under their headings, without what is in them. */
export function groupParts(document: OpenApi): { title: string; groups: GroupLink[] }[] {
  const all = entriesOf(document);
  const links = new Map(
    document.tags.map(({ name, description = "" }): [string, GroupLink] => [
      name,
      {
        ...{ slug: name, title: titleOf(name), about: description },
        operations: all.filter(({ entry }) => entry.tags.includes(name)).length,
      },
    ]),
  );
  return inParts([...links.keys()]).map(({ title, groups }) => ({
    title,
    groups: groups.flatMap((slug) => links.get(slug) ?? []),
  }));
}

/** Everything about one group; undefined where there is none of that name. */
export function groupOf(document: OpenApi, slug: string, api: string): Group | undefined {
  const tag = document.tags.find(({ name }) => name === slug);
  if (!tag) return undefined;
  const operations = inOrder(entriesOf(document).filter(({ entry }) => entry.tags.includes(slug)));
  return {
    ...{ slug, title: titleOf(slug), about: tag.description ?? "" },
    operations: saidOnce(operations.map((found) => operationOf(document, found, api))),
  };
}

type Found = { path: string; method: string; root: boolean; entry: Entry };

export function entriesOf({ paths }: OpenApi): Found[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, entry]) =>
      isEntry(entry) ? [{ path, method: method.toUpperCase(), root: "servers" in item, entry }] : [],
    ),
  );
}

function isEntry(entry: unknown): entry is Entry {
  return typeof entry === "object" && entry !== null && "operationId" in entry;
}

export function titleOf(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const anchorOf = (operationId: string) => operationId.replace(/[._]/g, "-");

function operationOf(document: OpenApi, { path, method, root, entry }: Found, api: string): Operation {
  const schemaOf = (node: Node | undefined): Node => {
    const name = node?.$ref?.split("/").at(-1) ?? node?.anyOf?.[0]?.$ref?.split("/").at(-1);
    return (name ? document.components.schemas[name] : node) ?? {};
  };
  const parameters = (entry.parameters ?? []).map((each) =>
    each.$ref ? (document.components.parameters[each.$ref.split("/").at(-1) ?? ""] ?? each) : each,
  );
  const rows = (place: string) =>
    parameters
      .filter((each) => each.in === place)
      .map(({ name, schema, description, required }) =>
        rowOf(name, { ...schema, ...(description ? { description } : {}) }, required === true),
      );
  const body = Object.values(entry.requestBody?.content ?? {})[0];
  const [status = "200", success] = Object.entries(entry.responses).find(([code]) => /^2/.test(code)) ?? [];
  const answer = Object.values(success?.content ?? {})[0];
  const keys = entry.security.find((each) => "Token" in each)?.Token;
  const operation = {
    id: entry.operationId,
    anchor: anchorOf(entry.operationId),
    ...{ method, path, root, status },
    summary: entry.summary,
    about: aboutOf(entry),
    keyScopes: keys,
    permission: entry["x-permission"],
    path_: rows("path"),
    query: rows("query"),
    headers: parameters.filter((each) => each.in === "header").map(({ name }) => name),
    body: rowsOf(schemaOf(body?.schema)),
    bodyExample: keys ? withoutProof(body?.example) : body?.example,
    answer: rowsOf(schemaOf(answer?.schema)),
    answerExample: answer?.example,
    errors: Object.keys(entry.responses).filter((code) => /^[45]/.test(code)),
  };
  return { ...operation, samples: sampleCalls({ ...operation, tag: entry.tags[0] ?? "" }, api) };
}

/** What is special about it, without what the page shows beside it anyway. */
function aboutOf({ summary, description }: Entry): string {
  const titles = summary.split(". By account: ");
  return description
    .split("\n\n")
    .map((part, at) => part.replace(`${titles[at]}.`, "").replace(/Needs the permission `[^`]+`(, which[^.]+)?\./, ""))
    .map((part) => part.replace("Takes an `Idempotency-Key`.", "").replaceAll(/ {2,}/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}
