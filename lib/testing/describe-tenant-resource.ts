import { v7 as uuidv7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Handle } from "@/lib/access/handle";
import { type AnyOperation, permissionOf } from "@/lib/access/operation";
import { builtInRoles } from "@/lib/access/roles";
import { BerthError } from "@/lib/errors";
import { decodeId, encodeId } from "@/lib/ids";
import { addMember, createOrganization, guard, type Organization } from "./world";

type Input = Record<string, unknown>;

export type Case = {
  /** Makes a fresh record that the operation can act on; answers its id as the operation's input spells it. */
  make?: (organization: Organization) => Promise<string>;
  /** It makes its own record: the resource's `make` is not for it. */
  unmade?: true;
  /** A valid input. One that differs by id is taken to reach that record. */
  input?: (id: string, organization: Organization) => Input;
  /** Who does it, where the owner cannot. */
  as?: (organization: Organization, id: string) => Promise<Handle>;
  /** Why a write leaves no entry (DESIGN 4 names the exempt tables). */
  unaudited?: string;
  /** Why an id that is not there is no error; it must then change nothing and answer alike. */
  lenient?: string;
  /** Why the organization is another one afterwards: each test then gets its own. */
  ends?: string;
  /** Inputs that refer to another organization's rows: each must be refused. */
  references?: Record<string, (own: string, foreign: { id: string; organization: Organization }) => Input>;
};

export type TenantResource = {
  /** `members`, as people say it. */
  name: string;
  operations: AnyOperation[];
  make?: Case["make"];
  /** What an operation needs beside `make`, by its name. */
  cases?: Record<string, Case>;
};

/**
 * The tests that every operation of an organization has: other organizations' rows are as if they were not, each
 * built-in role reaches exactly what its closure says, a write is on the record, inputs are strict.
 */
export function describeTenantResource({ name, operations, make, cases = {} }: TenantResource): void {
  if (operations.length === 0) return;
  describe(name, () => {
    for (const operation of operations) {
      const own = cases[operation.name] ?? {};
      describe(operation.name, () => describeOperation(operation, own.unmade ? own : { make, ...own }));
    }
  });
}

function describeOperation(operation: AnyOperation, given: Case): void {
  const inputOf = given.input ?? ((id: string): Input => (given.make && takesId(operation) ? { id } : {}));
  let a: Organization;
  let b: Organization;

  (given.ends ? beforeEach : beforeAll)(async () => {
    [a, b] = [await createOrganization(), await createOrganization()];
  });

  it("works, shows nothing of another organization, and is on the record", async () => {
    const [mine, theirs] = [await given.make?.(a), await given.make?.(b)];
    const handle = given.as ? await given.as(a, mine ?? "") : a.owner.handle;
    const output = await handle.run(operation, inputOf(mine ?? "", a));
    const shown = JSON.stringify(output) ?? "";
    for (const foreign of [b.id, encodeId("org", b.id), b.slug, b.name, b.owner.email, theirs, uuidOf(theirs)])
      if (foreign) expect(shown).not.toContain(foreign);
    if (mine && operation.name.endsWith(".list")) expect(shown).toContain(mine);
    if (operation.access === "write" && !given.unaudited) expect(await entries(a, operation)).toBeGreaterThan(0);
    expect(await entries(b, operation)).toBe(0);
  });

  it("answers another organization's record as one that never was", async () => {
    if (!reachesRecord(inputOf, a)) return;
    const theirs = (await given.make?.(b)) ?? "";
    const mine = (await given.make?.(a)) ?? "";
    const handle = given.as ? await given.as(a, mine) : a.owner.handle;
    const foreign = await outcome(handle, operation, inputOf(theirs, a));
    const nobodys = anotherId(theirs);
    const missing = await outcome(handle, operation, inputOf(nobodys, a));
    if (!given.lenient) expect(foreign).toMatchObject({ refused: { code: "not_found" } });
    expect(withoutId(foreign, theirs)).toBe(withoutId(missing, nobodys));
    expect(await entries(b, operation)).toBe(0);
  });

  for (const [what, reference] of Object.entries(given.references ?? {}))
    it(`refuses another organization's ${what}`, async () => {
      const [mine, theirs] = [(await given.make?.(a)) ?? "", (await given.make?.(b)) ?? ""];
      const refused = await refusal(a.owner.handle, operation, reference(mine, { id: theirs, organization: b }));
      expect(["not_found", "invalid"]).toContain(refused?.code);
    });

  it("is open to exactly the roles that hold its permission [S71]", async () => {
    const kind = (await given.make?.(a)) ?? encodeId("mem", uuidv7());
    const permission = permissionOf(operation) ?? "";
    const cells: Record<string, boolean> = {};
    for (const { key } of builtInRoles) {
      const handle = key === "owner" ? a.owner.handle : (await addMember(a, { role: key })).handle;
      const refused = await refusal(handle, operation, inputOf(anotherId(kind), a));
      cells[key] = !(refused?.reason === "permission_missing" && refused.permission === permission);
    }
    const expected = builtInRoles.map(({ key }) => [key, closure(key).has(permission)]);
    expect(cells).toEqual(Object.fromEntries(expected));
  });

  it("takes no field that it does not name [S25]", async () => {
    const mine = (await given.make?.(b)) ?? "";
    const known = Object.keys(inputOf(mine, b));
    for (const field of smuggled.filter((each) => !known.includes(each))) {
      const refused = await refusal(b.owner.handle, operation, { ...inputOf(mine, b), [field]: "x" });
      if (refused?.code !== "invalid") expect(shapeOf(operation), `${field} was taken`).toContain(field);
    }
  });
}

/** What people send along to be more, or somebody else. */
const smuggled = [
  "organization_id",
  "organizationId",
  "tenant",
  "roleKey",
  "role",
  "is_owner",
  "isOwner",
  "status",
  "state",
  "created_by",
  "createdBy",
  "id",
  "price",
  "plan",
];

type Refusal = Pick<BerthError, "code" | "message" | "reason" | "permission">;

type Outcome = { refused: Refusal } | { output: unknown };

async function outcome(handle: Handle, operation: AnyOperation, input: Input): Promise<Outcome> {
  try {
    return { output: await handle.run(operation, input) };
  } catch (error) {
    if (!(error instanceof BerthError)) throw error;
    const { code, message, reason, permission } = error;
    return { refused: { code, message, reason, permission } };
  }
}

async function refusal(handle: Handle, operation: AnyOperation, input: Input): Promise<Refusal | undefined> {
  const ended = await outcome(handle, operation, input);
  return "refused" in ended ? ended.refused : undefined;
}

/** Inheritance worked out here, from the code's table, beside the database that works it out in SQL. */
function closure(key: string): Set<string> {
  const role = builtInRoles.find((each) => each.key === key);
  if (!role) throw new Error(`There is no role ${key}.`);
  return new Set(["organization.view", ...role.permissions, ...role.inherits.flatMap((each) => [...closure(each)])]);
}

async function entries(organization: Organization, operation: AnyOperation): Promise<number> {
  const [found] = await guard<{ n: number }[]>`
    select count(*)::int as n from audit.entries
    where organization_id = ${organization.id} and operation = ${operation.name} and action <> 'refused'`;
  return found?.n ?? 0;
}

function reachesRecord(inputOf: (id: string, organization: Organization) => Input, a: Organization): boolean {
  return JSON.stringify(inputOf("one", a)) !== JSON.stringify(inputOf("other", a));
}

function takesId(operation: AnyOperation): boolean {
  return shapeOf(operation).includes("id");
}

function shapeOf(operation: AnyOperation): string[] {
  return Object.keys((operation.input as { shape?: object }).shape ?? {});
}

/** An id of the same kind that nobody has. */
function anotherId(id: string): string {
  const prefix = /^([a-z]+)_/.exec(id)?.[1];
  return prefix ? encodeId(prefix, uuidv7()) : uuidv7();
}

/** An answer may name the id that was asked for, and nothing more. */
function withoutId(ended: Outcome, id: string): string {
  return JSON.stringify(ended)
    .replaceAll(id, "")
    .replaceAll(uuidOf(id) ?? id, "");
}

function uuidOf(id: string | undefined): string | undefined {
  const prefix = /^([a-z]+)_/.exec(id ?? "")?.[1];
  return prefix && id ? decodeId(prefix, id) : undefined;
}
