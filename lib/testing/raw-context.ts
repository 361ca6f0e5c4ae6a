import postgres from "postgres";
import { afterAll } from "vitest";
import { testDatabase } from "./database";
import { createOrganization, type Member, type Organization, request } from "./world";

// Two connections as berth_app with no code of ours in between, and two organizations: what the database itself refuses.
const { app } = await testDatabase();
export const connect = () => postgres(app, { max: 1, onnotice: () => undefined, prepare: false });
export const sql = connect();
export const other = connect();
afterAll(() => Promise.all([sql.end(), other.end()]));

export const [a, b] = [await createOrganization(), await createOrganization()];

export type Transaction = postgres.TransactionSql;

/** What the door does, without the application. */
export async function open(
  transaction: Transaction,
  member: Member,
  organization: Organization,
  operation = "members.list",
) {
  await transaction`select guard.open(${member.hostSession}, ${organization.slug}, null, ${operation}, ${transaction.json(request())})`;
}

export function inside<T>(organization: Organization, work: (transaction: Transaction) => Promise<T>, on = sql) {
  return on.begin(async (transaction) => {
    await open(transaction, organization.owner, organization);
    return work(transaction);
  });
}

/** "done", or the state by which the database refused. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? "no code",
  );
}
