import { createHash } from "node:crypto";
import { newPassword } from "@/lib/access/password";
import type { Transaction } from "../database";

export const demoPassword = "berth-demo-2026";
const salts = 4;

/** Gives people the demo password. Hashing is slow on purpose, so a few salts serve everybody. */
export async function giveDemoPassword(sql: Transaction, userIds: string[]): Promise<void> {
  const made = await Promise.all(Array.from({ length: salts }, () => newPassword(demoPassword)));
  for (const [index, { salt, params, raw }] of made.entries()) {
    const ids = userIds.filter((_, position) => position % salts === index);
    const verifier = createHash("sha256").update(raw).digest();
    await sql`insert into guard.credentials (user_id, salt, params, verifier)
      select id, ${salt}, ${sql.json(params)}, ${verifier} from unnest(${ids}::uuid[]) id on conflict (user_id) do nothing`;
  }
}
