import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll } from "vitest";
import { closePool } from "@/db/connection";
import { settled } from "@/lib/access/after";
import { Handle } from "@/lib/access/handle";
import type { RequestInfo } from "@/lib/access/operation";
import { newPassword } from "@/lib/access/password";
import { testDatabase } from "./database";

export type Person = { userId: string; name: string; email: string; session: string };
export type Member = Person & { membershipId: string; hostSession: string; handle: Handle };
export type Organization = { id: string; slug: string; name: string; owner: Member };

export const testPassword = "correct horse battery staple";

const urls = await testDatabase();
process.env.DATABASE_URL = urls.app;
process.env.DATABASE_AUTH_URL = urls.auth;
process.env.DATABASE_WORKER_URL = urls.worker;
process.env.DATABASE_OWNER_URL = urls.owner;
const folder = await mkdtemp(join(tmpdir(), "berth-test-"));
process.env.DATA_DIR = folder;
process.env.BERTH_SECRET ??= "a secret for tests only, of a fair length";

/** As `berth_guard`: what only the wall may do. For making a world and for looking behind the fence, never for the test itself. */
export const guard = postgres(urls.superuser, {
  max: 4,
  onnotice: () => undefined,
  // Deadlocks that a race provokes on purpose are found at once, not after the usual second.
  connection: { role: "berth_guard", deadlock_timeout: 20 },
});

afterAll(async () => {
  await settled();
  await Promise.all([guard.end(), closePool(), rm(folder, { recursive: true, force: true })]);
});

let counter = 0;
let known: Awaited<ReturnType<typeof newPassword>> | undefined;

export function unique(word: string): string {
  counter += 1;
  return `${word}-${counter}-${randomBytes(3).toString("hex")}`;
}

/** A request of its own; the address differs each time, so that limits of one test never reach another. */
export function request(): RequestInfo {
  const [a, b, c] = randomBytes(3);
  return { id: uuidv7(), address: `10.${a}.${b}.${c}`, agent: "test" };
}

export async function createPerson(given: { name?: string; email?: string } = {}): Promise<Person> {
  const name = given.name ?? "Maria Tester";
  const email = given.email ?? `${unique("person")}@people.example`;
  known ??= await newPassword(testPassword);
  const { salt, params, raw } = known;
  const verifier = createHash("sha256").update(raw).digest();
  const [made] = await guard<{ id: string; session: string }[]>`
    with person as (select guard.create_user(${email}, ${name}, ${salt}, ${guard.json(params)}, ${verifier}) as id)
    select id from person`;
  const userId = made?.id ?? "";
  const [session] = await guard<{ secret: string }[]>`
    select guard.create_session(${userId}, 'password', 'test device', ${guard.json(request())}) as secret`;
  return { userId, name, email, session: session?.secret ?? "" };
}

type Founding = { name?: string; slug?: string; owner?: Person; profile?: Record<string, string> };

export async function createOrganization(given: Founding = {}): Promise<Organization> {
  const slug = given.slug ?? unique("org");
  const name = given.name ?? `Organization ${slug}`;
  const owner = given.owner ?? (await createPerson({ name: "Olga Owner" }));
  const [made] = await guard<{ id: string }[]>`
    select guard.make_organization(${guard.json({ ...given.profile, name })}, ${slug}, ${owner.userId}) as id`;
  const id = made?.id ?? "";
  return { id, slug, name, owner: await enter(owner, { id, slug }) };
}

type Joining = { role?: string; flags?: string[]; person?: Person };

/** A member with a session on the organization's host and a handle. */
export async function addMember(organization: { id: string; slug: string }, given: Joining = {}): Promise<Member> {
  const person = given.person ?? (await createPerson());
  await guard`select guard.join(${organization.id}, ${person.userId}, ${given.role ?? "user"}, 'seed', null)`;
  if (given.flags)
    await guard`update public.memberships set flags = ${given.flags}
      where organization_id = ${organization.id} and user_id = ${person.userId}`;
  return enter(person, organization);
}

export function accountHandle(person: Person): Handle {
  return new Handle({ kind: "account", secret: person.session }, request());
}

export const publicHandle = (): Handle => new Handle({ kind: "none" }, request());

export function keyHandle(key: string, audience = ""): Handle {
  return new Handle({ kind: "key", secret: key, audience }, request());
}

export async function createSuperAdmin(): Promise<Person> {
  const person = await createPerson({ name: "Sara Super" });
  await guard`insert into guard.super_admins (user_id) values (${person.userId})`;
  return person;
}

export function platformHandle(person: Person, visit?: { organizationId: string; reason: string }): Handle {
  const credential = { kind: "platform", secret: person.session, visit: visit?.organizationId } as const;
  return new Handle(credential, { ...request(), reason: visit?.reason });
}

/** A new session on the host of the member's handle, from their root session of now. */
export async function enterAgain(member: Member): Promise<void> {
  const { credential } = member.handle;
  const slug = "audience" in credential ? credential.audience : "";
  const [found] = await guard<{ id: string }[]>`select id from public.organizations where slug = ${slug}`;
  Object.assign(member, await enter(member, { id: found?.id ?? "", slug }));
}

/** Opens a host session by the real handoff. */
async function enter(person: Person, { id, slug }: { id: string; slug: string }): Promise<Member> {
  const nonce = randomBytes(16).toString("hex");
  const hash = createHash("sha256").update(nonce).digest("hex");
  const info = guard.json(request());
  const [membership] = await guard<{ id: string }[]>`
    select id from public.memberships where organization_id = ${id} and user_id = ${person.userId}`;
  const [code] = await guard<{ code: string }[]>`
    select guard.create_handoff(${person.session}, ${slug}, ${hash}, ${info}) as code`;
  const [session] = await guard<{ secret: string }[]>`
    select guard.redeem_handoff(${code?.code ?? ""}, ${slug}, ${nonce}, ${info}) as secret`;
  const hostSession = session?.secret ?? "";
  const handle = new Handle({ kind: "session", secret: hostSession, audience: slug }, request());
  return { ...person, membershipId: membership?.id ?? "", hostSession, handle };
}
