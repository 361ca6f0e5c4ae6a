import postgres from "postgres";
import { expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import type { Handle } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";
import { eventTypes } from "@/lib/events/nouns";
import { operations } from "@/lib/operations";
import { createShipment } from "@/lib/shipments/operations";
import { testDatabase } from "@/lib/testing/database";
import { drivenElsewhere, otherWrites } from "@/lib/testing/other-writes";
import { auditedTables, type Change, changesBetween, snapshot } from "@/lib/testing/row-snapshot";
import { tenantResources } from "@/lib/testing/tenant-resources";
import { someShipment } from "@/lib/testing/work-records";
import { createOrganization, guard } from "@/lib/testing/world";

/** Tables without entries of their own, and why nothing is missing. */
const exempt: Record<string, string> = {
  "public.notices": "DESIGN 4 names notifications as exempt",
  "public.import_faults": "copies of a file's rows; the import is on the record",
  "public.audit_words": "words of entries themselves",
  "public.events": "what others are told of a change; the change itself is on the record",
  "public.webhook_deliveries": "DESIGN 4 names deliveries as exempt",
  "public.webhook_attempts": "DESIGN 4 names deliveries as exempt",
  "guard.event_outbox": "events that are still to be planned for; what they tell of is on the record",
  "guard.event_nouns": "which tables are told of; written by migrations",
  "guard.jobs": "the outbox: what it does is on the record where it does it",
  "guard.tokens": "one-time secrets; asking and using them are events",
  "guard.identities": "ways to sign in; linking and unlinking are events, and so is each use",
  "guard.provider_visits": "one-time secrets; coming back with one is an event",
  "guard.waiting_identities": "one-time secrets; what makes and what uses them are events",
  "guard.handoffs": "one-time codes; the session that they open is on the record",
  "guard.rights": "follows from memberships, roles and delegations, which are on the record",
  "guard.branch_rights": "follows from memberships, their branches and roles, which are on the record",
  "guard.counters": "the last number of a list; its record is on the record",
  "guard.slug_reservations": "follows from the organization's address, which is on the record",
  "guard.credentials": "verifiers of passwords: a new account and each change of a password are on the record",
  "guard.factors": "seeds and recovery codes; enrolling, replacing, removing and resetting are events",
  "guard.default_organizations": "what a person means where they name none; declaring it is an event",
  "guard.group_assignments": "which memberships a group gave; the membership is on the record, and its end",
  "guard.server_keys": "making, using and revoking one are events of the platform",
  "guard.terms": "the platform's own; publishing a version is an entry of its trail",
  "guard.terms_acceptances": "each is an event of the person's",
  "guard.server_organizations": "which server created an organization; creating it is on both records",
  "guard.kept_answers": "DESIGN 4 names idempotency as exempt",
  "guard.call_counts": "DESIGN 4 names limits as exempt",
  "guard.limit_warnings": "what the owner was told last of a limit; told by a notice",
  "guard.plans": "the platform's own; each act on one is an entry of its own, in the trail of whoever has the plan too",
  "guard.request_links": "hashes of links in mails; the request is on the record",
};

const tables = await auditedTables();
const audited = new Set(tables.audited.map(({ name }) => name));
const writes = operations.filter(({ access }) => access === "write");
const counted = { driven: 0, changed: 0 };

async function driven(operation: AnyOperation, handle: Handle, input: Record<string, unknown>): Promise<string[]> {
  await settled();
  const before = await snapshot(tables);
  const [last] = await guard<{ id: string }[]>`select coalesce(max(id), 0) as id from audit.entries`;
  await handle.run(operation, input);
  await settled();
  const changes = changesBetween(before, await snapshot(tables), audited);
  const entries = await guard<{ key: string }[]>`
    select record_type || ' ' || action || ' ' || coalesce(record_id::text, '') as key from audit.entries where id > ${last?.id ?? 0}`;
  counted.driven += 1;
  counted.changed += changes.filter((change) => change.audited).length;
  return missingOf(changes, new Set(entries.map(({ key }) => key))).map((what) => `${operation.name}: ${what}`);
}

/** Changes that no entry tells, and changes of tables that nobody reviewed. */
function missingOf(changes: Change[], entries: Set<string>): string[] {
  return changes.flatMap(({ table, id, action, audited: told }) => {
    if (!told) return exempt[table] ? [] : [`${action} of ${table}, which has no audit trigger`];
    const name = table.slice(table.indexOf(".") + 1);
    const own = /^[0-9a-f-]{36}$/.test(id) ? id : "";
    return entries.has(`${name} ${action} ${own}`) ? [] : [`${action} of ${table} ${id}`];
  });
}

it("every write of every operation is on the record, row by row", async () => {
  const missing: string[] = [];
  const failed: string[] = [];
  const attempt = async (
    operation: AnyOperation,
    ready: () => Promise<{ handle: Handle; input: Record<string, unknown> }>,
  ) => {
    try {
      const { handle, input } = await ready();
      missing.push(...(await driven(operation, handle, input)));
    } catch (error) {
      failed.push(`${operation.name}: ${error}`);
    }
  };
  const seen = new Set(Object.keys(drivenElsewhere));
  for (const { operations: own, make, cases } of tenantResources)
    for (const operation of own.filter(({ access }) => access === "write")) {
      seen.add(operation.name);
      const given = cases?.[operation.name] ?? {};
      await attempt(operation, async () => {
        const organization = await createOrganization();
        const id = (await (given.unmade ? given.make : (given.make ?? make))?.(organization)) ?? "";
        const takesId = Object.keys((operation.input as { shape?: object }).shape ?? {}).includes("id");
        return {
          handle: given.as ? await given.as(organization, id) : organization.owner.handle,
          input: given.input?.(id, organization) ?? (id && takesId ? { id } : {}),
        };
      });
    }
  for (const operation of writes) {
    const ready = otherWrites[operation.name];
    if (!ready || operation.scope === "organization") continue;
    seen.add(operation.name);
    await attempt(operation, ready);
  }
  console.log(
    `${counted.driven} operations driven, ${counted.changed} changed rows of audited tables, ${missing.length} of them not on the record`,
  );
  if (missing.length > 0) console.log(missing.join("\n"));
  expect(failed).toEqual([]);
  expect(missing).toEqual([]);
  expect(writes.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  expect(counted.changed).toBeGreaterThan(150);
  const told = await guard<{ type: string }[]>`select distinct type from public.events`;
  expect(told.map(({ type }) => type).filter((type) => !eventTypes.includes(type))).toEqual([]);
  for (const table of Object.keys(exempt)) expect(tables.others, table).toContain(table);
}, 900_000);

it("is noticed where it is not", async () => {
  const { owner } = await createOrganization();
  const sql = postgres((await testDatabase()).superuser, { max: 1, onnotice: () => undefined });
  await sql`alter table public.shipments disable trigger audit`;
  const missing = await driven(createShipment, owner.handle, someShipment);
  await sql`alter table public.shipments enable trigger audit`;
  await sql.end();
  expect(missing).toEqual([expect.stringContaining("shipments.create: insert of public.shipments")]);
});
