import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { permissionOf } from "@/lib/access/operation";
import { operations } from "@/lib/operations";
import type { Canary } from "./canary";

const operation = operations.find((each) => permissionOf(each) === "organization.view");

/** The context of the canary's owner, proven by a real session. */
export async function openAs(sql: postgres.TransactionSql, canary: Canary): Promise<void> {
  const request = { id: uuidv7(), address: "127.0.0.1", agent: "berth verify" };
  await sql`select guard.open(${canary.session}, ${canary.slug}, null, ${operation?.name ?? ""}, ${sql.json(request)})`;
}

/** The server's own refusal, or one of the wall's rules. */
export function isRefusal(error: unknown): boolean {
  return error instanceof postgres.PostgresError && (error.code === "42501" || error.code.startsWith("BE"));
}
