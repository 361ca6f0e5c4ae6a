import type pg from "pg";
import { appPool } from "@/db/connection";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { Database } from "./database";
import { isRetryable, translateDatabaseError } from "./database-errors";

/** The first statement of a transaction: proves a credential and answers who acts, as one scalar. */
export type Opening = { name: string; text: string; values: unknown[] };

type Opened = {
  kind: number;
  organizationId: string | null;
  userId: string | null;
  membershipId: string | null;
  credentialId: string | null;
  roleKey: string | null;
  rights: string;
};

const attempts = 3;

/**
 * Runs work in one transaction whose context the opening proved. `begin` and the opening ride in one round trip.
 * A deadlock is tried again (nothing had happened). Throws BerthError for refusals; a client whose state is unknown
 * is destroyed, not returned.
 */
export async function inTransaction<T>(
  opening: Opening,
  access: "read" | "write",
  work: (db: Database, opened: Opened) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(opening, access, work);
    } catch (error) {
      if (attempt < attempts && isRetryable(error)) continue;
      throw translateDatabaseError(error);
    }
  }
}

async function once<T>(
  opening: Opening,
  access: "read" | "write",
  work: (db: Database, opened: Opened) => Promise<T>,
): Promise<T> {
  const client = await appPool().connect();
  let broken: Error | undefined;
  try {
    const begun = client.query(access === "read" ? "begin read only" : "begin");
    const answer = client.query<{ opened: string }>(statement(opening));
    const [, result] = await settle(begun, answer);
    const opened = parse(result.rows[0]?.opened);
    const done = await work(new Database(client, opened.organizationId), opened);
    await client.query("commit");
    return done;
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Named statements are prepared once per connection; behind an old transaction pooler they would meet another one. */
function statement({ name, text, values }: Opening): pg.QueryConfig {
  return env().database.namedStatements ? { name, text, values } : { text, values };
}

async function settle<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === "rejected") throw a.reason;
  if (b.status === "rejected") throw b.reason;
  return [a.value, b.value];
}

async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error("rollback failed");
  }
}

function parse(scalar: string | undefined): Opened {
  const [kind, organizationId, userId, membershipId, credentialId, roleKey, rights] = (scalar ?? "").split(",");
  if (kind === undefined || rights === undefined) throw new BerthError("internal", "The database gave no answer.");
  const present = (text: string | undefined) => (text === undefined || text === "-" ? null : text);
  return {
    kind: Number(kind),
    organizationId: present(organizationId),
    userId: present(userId),
    membershipId: present(membershipId),
    credentialId: present(credentialId),
    roleKey: present(roleKey),
    rights,
  };
}
