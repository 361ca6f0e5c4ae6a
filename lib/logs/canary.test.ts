import { getNamedType, isInputObjectType } from "graphql";
import { expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import type { AnyOperation } from "@/lib/access/operation";
import { inputSchema } from "@/lib/api/json-schema";
import { toOutside } from "@/lib/api/names";
import { type Route, routes } from "@/lib/api/routes";
import { outsideName } from "@/lib/api/spelling";
import { schema } from "@/lib/graphql/schema";
import { callApi } from "@/lib/testing/api";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { tenantResources } from "@/lib/testing/tenant-resources";
import { createOrganization, guard, type Organization, testPassword } from "@/lib/testing/world";

serveGraphql();

const canary = "canary-of-a-secret-that-nobody-keeps";
const planted = Object.fromEntries(
  ["password", "token", "secret", "client_secret", "factor_code", "api_key", "recovery_codes"].map((name) => [
    name,
    canary,
  ]),
);

const writes = routes.filter(({ method, operation }) => method !== "GET" && operation.scope === "organization");

/** What it tells once goes out by mail alone, unless it is a code. */
const toldByMail = ["invitations.resend"];

function caseOf(operation: AnyOperation) {
  const resource = tenantResources.find(({ operations }) => operations.includes(operation));
  const { make = resource?.make, input, as, unmade } = resource?.cases?.[operation.name] ?? {};
  return { make: unmade ? undefined : make, input: input ?? ((id: string): Record<string, unknown> => ({ id })), as };
}

/** Carries out a write as its case says, then once more with secrets in its body. Answers what the first was told once. */
async function write({ method, path, operation, parameters }: Route, own: Organization): Promise<string[]> {
  const { make, input, as } = caseOf(operation);
  const id = make ? await make(own) : "";
  const given = input(id, own);
  const credential = as ? (await as(own, id)).credential : undefined;
  const shown = credential && "secret" in credential ? credential.secret : own.owner.hostSession;
  const key = credential?.kind === "key" ? shown : undefined;
  const rest = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => !parameters.includes(name) && value !== ""),
  );
  const call = {
    method,
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? "none")),
    slug: own.slug,
    ...(key ? { key } : { session: shown }),
  };
  const body = toOutside(rest, inputSchema(operation)) as Record<string, unknown>;
  const told = await callApi({ ...call, body });
  const renewed = /__Host-berth=([^;]+)/.exec(told.headers.get("set-cookie") ?? "")?.[1];
  await callApi({ ...call, ...(renewed && { session: renewed }), body: { ...body, ...planted } });
  const once = (operation.shownOnce ?? []).map(outsideName);
  return told.status < 300 ? once.flatMap((name) => valuesOf(told.body, name)) : [];
}

function valuesOf(value: unknown, name: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === name && typeof each === "string" ? [each] : valuesOf(each, name),
  );
}

async function logOf({ id }: Organization): Promise<{ lines: number; text: string }> {
  await settled();
  const rows = await guard`select * from public.api_calls where organization_id = ${id}`;
  return { lines: rows.length, text: JSON.stringify(rows) };
}

it.each(writes.map((route) => [route.operation.name, route] as const))(
  "%s leaves no secret in the log, sent or told [S73]",
  async (_name, route) => {
    const own = await createOrganization();
    const told = await write(route, own);
    const { lines, text } = await logOf(own);
    expect(lines).toBeGreaterThanOrEqual(1);
    if (route.operation.shownOnce && !toldByMail.includes(route.operation.name))
      expect(told.length, "what is told once").toBeGreaterThan(0);
    for (const secret of [canary, testPassword, own.owner.hostSession, own.owner.session, ...told])
      expect(text).not.toContain(secret);
  },
);

const secretArgument = /password|secret|token|credentials|^key$|^guid$/;

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

it.each(mutations.map((field) => [field.name, field] as const))(
  "the mutation %s leaves no secret in the log, written out or as a variable [S73]",
  async (name, { args }) => {
    const own = await createOrganization();
    const key = await createKey(own);
    const [argument] = args;
    const type = argument && getNamedType(argument.type);
    const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    const secrets = fields.filter((field) => secretArgument.test(field));
    const sent = Object.fromEntries([...secrets, "password", "token"].map((field) => [field, canary]));
    const number = 918_273_645;
    await graphql(`mutation { ${name}(input: { password: ${number}, token: ${number} }) { __typename } }`, { key });
    await graphql(`mutation ($data: ${type?.name ?? "String"}!) { ${name}(input: $data) { __typename } }`, {
      key,
      variables: { data: sent },
    });
    const inline = Object.keys(sent).map((field) => `${field}: "${canary}"`);
    await graphql(`mutation { ${name}(input: { ${inline.join(", ")} }) { __typename } }`, { key });
    const { lines, text } = await logOf(own);
    expect(lines).toBe(3);
    for (const secret of [canary, key, String(number)]) expect(text).not.toContain(secret);
  },
);
