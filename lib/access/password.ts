import { randomBytes } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { z } from "zod";

/** argon2id parameters as the database keeps them per credential: KiB, passes, lanes. */
export const passwordParams = z.object({
  memoryCost: z.number().int(),
  timeCost: z.number().int(),
  parallelism: z.number().int(),
});

export type PasswordParams = z.infer<typeof passwordParams>;

/** OWASP's floor for argon2id (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. */
export const currentParams: PasswordParams = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const argon2id = 2;

/** Raw argon2id of a password, 32 bytes. The database stores only its SHA-256. */
export function hashPassword(password: string, salt: Buffer, params: PasswordParams): Promise<Buffer> {
  return hashRaw(password.normalize("NFKC"), { ...params, salt, algorithm: argon2id, outputLen: 32 });
}

/** A fresh salt and the raw value for a new password. */
export async function newPassword(password: string): Promise<{ salt: Buffer; params: PasswordParams; raw: Buffer }> {
  const salt = randomBytes(16);
  return { salt, params: currentParams, raw: await hashPassword(password, salt, currentParams) };
}
