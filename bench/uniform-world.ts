import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { Handle } from "@/lib/access/handle";
import type { RequestInfo } from "@/lib/access/operation";
import { newPassword } from "@/lib/access/password";
import { encodeId } from "@/lib/ids";

/** Two organizations and their people; each request comes from a network of its own, so that no limit is met. */
export async function makeWorld(superuser: string) {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  await client.query("set role berth_guard");
  const [mine, theirs] = [await makeOrganization(client), await makeOrganization(client)];
  const people: { email: string }[] = [];
  for (let made = 0; made < 60; made += 1) people.push(await makePerson(client));
  await client.end();
  let next = 0;
  return {
    slug: mine.slug,
    visitor: () => new Handle({ kind: "none" }, request()),
    member: () => new Handle({ kind: "session", secret: mine.session, audience: mine.slug }, request()),
    person: () => people[next++ % people.length]?.email ?? "",
    foreignMember: () => encodeId("mem", theirs.membership),
    nobody: () => encodeId("mem", randomUUID()),
  };
}

function request(): RequestInfo {
  const [a, b, c] = randomBytes(3);
  return { id: randomUUID(), address: `10.${a}.${b}.${c}`, agent: "bench" };
}

async function makePerson(client: pg.Client): Promise<{ id: string; email: string }> {
  const email = `${randomBytes(6).toString("hex")}@bench.example`;
  const { salt, params, raw } = await newPassword("correct horse battery staple");
  const verifier = createHash("sha256").update(raw).digest();
  const values = [email, salt, JSON.stringify(params), verifier];
  const made = await client.query("select guard.create_user($1, 'Bench', $2, $3, $4) as id", values);
  return { id: made.rows[0]?.id, email };
}

async function makeOrganization(client: pg.Client) {
  const one = async (text: string, values: unknown[]): Promise<string> =>
    (await client.query(text, values)).rows[0]?.value;
  const { id } = await makePerson(client);
  const slug = `bench-${randomBytes(5).toString("hex")}`;
  const root = await one("select guard.create_session($1, 'password', 'bench', '{}') as value", [id]);
  const organization = await one("select guard.make_organization($1, $2, $3) as value", [{ name: slug }, slug, id]);
  const nonce = createHash("sha256").update("bench").digest("hex");
  const code = await one("select guard.create_handoff($1, $2, $3, '{}') as value", [root, slug, nonce]);
  const session = await one("select guard.redeem_handoff($1, $2, 'bench', '{}') as value", [code, slug]);
  const membership = await one("select id as value from public.memberships where organization_id = $1", [organization]);
  return { slug, session, membership };
}
