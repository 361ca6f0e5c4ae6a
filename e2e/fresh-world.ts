import { createHash, randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { sessionCookie } from "@/lib/access/cookies";
import { encodeId } from "@/lib/ids";
import { newApiKey } from "@/lib/keys/key-format";
import { type Answer, ask, fieldsOf, firstPort, multipart } from "./two-servers";
import { createOrganization, createPerson, guard, join, type Organization, type Person, rootHost } from "./world";

/** An organization with a member whose rights come and go, and the second server, which is asked whether it noticed. */
export type World = Awaited<ReturnType<typeof buildWorld>>;

export async function buildWorld(port: number) {
  const [owner, person, second] = [
    await createPerson("Olga Owner"),
    await createPerson("Fred Fresh"),
    await createPerson("Carla Colleague"),
  ];
  const organization = await createOrganization(owner);
  await join(organization, person, "staff");
  await join(organization, second, "admin");
  const { id } = organization;
  await guard()`insert into public.roles (organization_id, id, key, name, permissions) values
    (${id}, guard.uuid7(), 'clerk', 'Clerk', '{customers.view,customers.manage}'),
    (${id}, guard.uuid7(), 'edited', 'Edited', '{}')`;
  const membership = await membershipOf(organization, person);
  const lender = await membershipOf(organization, owner);
  const colleague = await membershipOf(organization, second);
  const admin = await makeKey(organization, lender);
  const session = await enter(person, organization);
  await inRole(membership, "clerk");
  const form = await formOf(port, organization, session);
  return { port, organization, owner, person, member: memberOf(membership), lender, colleague, admin, session, form };
}

const memberOf = (membership: string) => ({ membership, id: encodeId("mem", membership) });

export async function membershipOf({ id }: Organization, { userId }: Person): Promise<string> {
  const [found] = await guard()<{ id: string }[]>`
    select id from public.memberships where organization_id = ${id} and user_id = ${userId}`;
  return found?.id ?? "";
}

export const inRole = (membership: string, role: string) =>
  guard()`update public.memberships set role_key = ${role} where id = ${membership}`;

export async function makeKey({ id }: Organization, maker: string): Promise<string> {
  const secret = newApiKey("test");
  await guard()`select guard.insert_key(${id}, ${maker}, 'Fresh', ${secret}, repeat('1', 256)::bit(256), null)`;
  return secret;
}

/** A session of its own on the root host. */
export async function signedIn({ userId }: Person): Promise<string> {
  const [root] = await guard()<{ secret: string }[]>`
    select guard.create_session(${userId}, 'password', 'fresh', '{}') as secret`;
  return root?.secret ?? "";
}

/** A session on the organization's host, by the real handoff. */
export async function enter(person: Person, { slug }: Organization, root?: string): Promise<string> {
  const nonce = randomBytes(16).toString("hex");
  const hash = createHash("sha256").update(nonce).digest("hex");
  const from = root ?? (await signedIn(person));
  const [made] = await guard()<{ code: string }[]>`
    select guard.create_handoff(${from}, ${slug}, ${hash}, '{}') as code`;
  const [host] = await guard()<{ secret: string }[]>`
    select guard.redeem_handoff(${made?.code ?? ""}, ${slug}, ${nonce}, '{}') as secret`;
  return host?.secret ?? "";
}

export const hostOf = ({ slug }: Organization) => `${slug}.${rootHost}`;
const cookie = (session: string) => ({ cookie: `${sessionCookie}=${session}` });

export async function formOf(port: number, organization: Organization, session: string, path = list.action) {
  const { body } = await ask({ port, host: hostOf(organization), path, headers: cookie(session) });
  const fields = fieldsOf(body, "name");
  expect([...fields.keys()].some((name) => name.startsWith("$ACTION"))).toBe(true);
  return fields.set("name", "Fresh & Co").set("kind", "company");
}

/** Where the doors stand. */
const list = { page: "/customers", action: "/customers/new", api: "/api/v1/customers" };

/** Whether the second server lets this session in, by each door. */
export async function seen({ port, organization, form }: World, session: string, doors = list) {
  const to = { port, host: hostOf(organization) };
  const { body, type } = multipart(form);
  const headers = cookie(session);
  const action = { ...headers, "content-type": type, origin: organization.url };
  const [page, acted, api] = await Promise.all([
    ask({ ...to, path: doors.page, headers }),
    ask({ ...to, path: doors.action, method: "POST", headers: action, body }),
    ask({ ...to, path: doors.api, headers }),
  ]);
  return { page: page.status === 200, action: acted.status === 303, api: api.status === 200 };
}

/** The doors that did not stand as they had to. */
export const wrong = (trial: number, doors: Record<string, boolean>, open: boolean): string[] =>
  Object.entries(doors).flatMap(([door, stands]) => (stands === open ? [] : [`${trial} ${door}`]));

/** Changes by the first server's API, as the owner's key. */
export async function change(
  { organization, admin }: Pick<World, "organization" | "admin">,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await ask({
    port: firstPort,
    host: hostOf(organization),
    path: `/api/v1${path}`,
    method,
    headers: { authorization: `Bearer ${admin}`, "content-type": "application/json" },
    body: method === "DELETE" ? undefined : JSON.stringify(body ?? {}),
  });
  expect(answer.status, answer.body).toBeLessThan(300);
  return answer;
}
