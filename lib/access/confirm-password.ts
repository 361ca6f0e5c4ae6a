import { z } from "zod";
import { appPool } from "@/db/connection";
import { BerthError } from "@/lib/errors";
import { consume, networkOf } from "@/lib/limits/limits";
import type { Handle } from "./handle";
import type { AnyOperation } from "./operation";
import { hashPassword, passwordParams } from "./password";

const saltRow = z.object({ user_id: z.uuid(), salt: z.string(), params: passwordParams });

/**
 * The password that rides beside the input of an operation that wants it fresh: proved where it is given, and demanded
 * where the operation wants it with every request.
 */
export async function provePassword(operation: AnyOperation, handle: Handle, password: unknown): Promise<void> {
  if (!operation.fresh) return;
  if (typeof password === "string" && password !== "") return confirmPassword(handle, password);
  if (operation.fresh === "always")
    throw new BerthError("invalid", "Enter your password.", { fields: { password: ["Enter your password."] } });
}

/** Proves the acting person's password again, for this session. Throws `invalid` on `password` where it is wrong. */
export async function confirmPassword(handle: Handle, password: string): Promise<void> {
  const { credential, request } = handle;
  if (!("secret" in credential)) throw new BerthError("unauthenticated", "Sign in to continue.");
  const audience = "audience" in credential ? credential.audience : "";
  const found = await appPool().query("select guard.confirm_salt($1, $2) as value", [credential.secret, audience]);
  const salt = saltRow.safeParse(found.rows[0]?.value);
  if (!salt.success) throw new BerthError("unauthenticated", "Sign in to continue.");
  await consume([
    { name: "confirm_password/person", key: salt.data.user_id, points: 10, seconds: 900 },
    { name: "confirm_password/network", key: networkOf(request.address), points: 50, seconds: 900 },
  ]);
  const raw = await hashPassword(password, Buffer.from(salt.data.salt, "hex"), salt.data.params);
  const confirmed = await appPool().query("select guard.confirm_password($1, $2, $3, $4) as value", [
    credential.secret,
    audience,
    raw,
    JSON.stringify(request),
  ]);
  if (confirmed.rows[0]?.value !== true)
    throw new BerthError("invalid", "This is not your password.", {
      fields: { password: ["This is not your password."] },
    });
}
