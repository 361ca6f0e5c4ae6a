import { createHash } from "node:crypto";
import pg from "pg";

export type Founded = {
  organizationId: string;
  membershipId: string;
  userId: string;
  slug: string;
  /** The owner's session on the organization's host. */
  session: string;
  rootSession: string;
};

/** An organization with its owner in any database, by a superuser's address: for benchmarks and broken servers. */
export async function foundOrganization(superuser: string, slug: string): Promise<Founded> {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    await client.query("set role berth_guard");
    const one = async (text: string, values: unknown[]): Promise<string> =>
      (await client.query<{ value: string }>(text, values)).rows[0]?.value ?? "";
    const address = `${slug}@founders.example`;
    const userId = await one("select guard.create_user($1, 'Founder', null, null, null) as value", [address]);
    const rootSession = await one("select guard.create_session($1, 'password', 'bench', '{}') as value", [userId]);
    const organizationId = await one("select guard.make_organization($1, $2, $3) as value", [
      { name: `Organization ${slug}` },
      slug,
      userId,
    ]);
    const nonce = createHash("sha256").update(slug).digest("hex");
    const hash = createHash("sha256").update(nonce).digest("hex");
    const code = await one("select guard.create_handoff($1, $2, $3, '{}') as value", [rootSession, slug, hash]);
    const session = await one("select guard.redeem_handoff($1, $2, $3, '{}') as value", [code, slug, nonce]);
    const membershipId = await one("select id as value from memberships where organization_id = $1", [organizationId]);
    return { organizationId, membershipId, userId, slug, session, rootSession };
  } finally {
    await client.end();
  }
}
