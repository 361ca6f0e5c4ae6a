import { z } from "zod";
import { appPool } from "@/db/connection";
import { BerthError } from "@/lib/errors";
import { consume, giveBack } from "@/lib/limits/limits";
import { networkOf } from "@/lib/limits/network";
import { translateDatabaseError } from "./database-errors";
import { confirmFactor } from "./factor";
import type { Handle } from "./handle";
import type { AnyOperation } from "./operation";
import { hashPassword, passwordParams } from "./password";

const saltRow = z.object({ user_id: z.uuid(), salt: z.string(), params: passwordParams });

export type Proof = { password: unknown; factorCode: unknown };

/**
 * What rides beside the input of an operation that wants it fresh, a password or a code of the second factor: proved
 * where it is given. "always" demands the password with every request; whether what was given is enough, the database says.
 */
export async function prove(operation: AnyOperation, handle: Handle, given: Proof): Promise<void> {
  if (!operation.fresh) return;
  if (typeof given.password === "string" && given.password !== "") await confirmPassword(handle, given.password);
  else if (operation.fresh === "always")
    throw new BerthError("invalid", "Enter your password.", { fields: { password: ["Enter your password."] } });
  if (typeof given.factorCode === "string" && given.factorCode !== "") await confirmFactor(handle, given.factorCode);
}

const proofs = z.enum(["password", "factor", "provider"]);
const wantedRow = z.object({ user_id: z.uuid(), proof: proofs });

/**
 * What the acting person proves again: the second factor where they have one; who has no password either signs in at
 * their provider again. Throws `unauthenticated` without a session.
 */
export async function proofWanted({ credential }: Handle): Promise<z.output<typeof proofs>> {
  if (!("secret" in credential)) throw new BerthError("unauthenticated", "Sign in to continue.");
  const audience = "audience" in credential ? credential.audience : "";
  const found = await appPool().query("select guard.confirm_salt($1, $2) as value", [credential.secret, audience]);
  const wanted = wantedRow.safeParse(found.rows[0]?.value);
  if (!wanted.success) throw new BerthError("unauthenticated", "Sign in to continue.");
  return wanted.data.proof;
}

/** Proves what a form holds, and demands that it is enough. */
export async function proveAgain(handle: Handle, form: FormData): Promise<void> {
  const wanted = await proofWanted(handle);
  if (wanted === "provider")
    throw new BerthError("confirm_password", "Sign in again to continue.", { reason: "provider" });
  const given = form.get(wanted === "factor" ? "factorCode" : "password");
  if (typeof given !== "string" || given === "") throw missing(wanted);
  await (wanted === "factor" ? confirmFactor(handle, given) : confirmPassword(handle, given));
}

function missing(wanted: "password" | "factor"): BerthError {
  const sentence = wanted === "factor" ? "Enter the code." : "Enter your password.";
  return new BerthError("invalid", sentence, {
    fields: { [wanted === "factor" ? "factorCode" : "password"]: [sentence] },
  });
}

/**
 * Proves the acting person's password again, for this session, whose secret is another one from then on (unless a second
 * factor is what counts). Throws `invalid` on `password` where it is wrong.
 */
export async function confirmPassword(handle: Handle, password: string): Promise<void> {
  const { credential, request } = handle;
  if (!("secret" in credential)) throw new BerthError("unauthenticated", "Sign in to continue.");
  const audience = "audience" in credential ? credential.audience : "";
  const found = await appPool().query("select guard.confirm_salt($1, $2) as value", [credential.secret, audience]);
  const salt = saltRow.safeParse(found.rows[0]?.value);
  if (!salt.success) throw withoutPassword(found.rows[0]?.value);
  const guesses = [
    { name: "confirm_password/person", key: salt.data.user_id, points: 10, seconds: 900 },
    { name: "confirm_password/network", key: networkOf(request.address), points: 50, seconds: 900 },
  ];
  await consume([...guesses, { name: "confirm_password/hashes", key: salt.data.user_id, points: 120, seconds: 900 }]);
  const raw = await hashPassword(password, Buffer.from(salt.data.salt, "hex"), salt.data.params);
  const renewed = await confirmed([credential.secret, audience, raw, JSON.stringify(request)]);
  if (renewed === null)
    throw new BerthError("invalid", "This is not your password.", {
      fields: { password: ["This is not your password."] },
    });
  if (renewed !== "") handle.renew(renewed);
  // Many acts one after the other, each with the right password, are no guesses.
  await giveBack(guesses);
}

function withoutPassword(found: unknown): BerthError {
  return wantedRow.safeParse(found).success
    ? new BerthError("invalid", "Your account has no password yet.", {
        fields: { password: ["Your account has no password yet."] },
      })
    : new BerthError("unauthenticated", "Sign in to continue.");
}

async function confirmed(values: unknown[]): Promise<string | null> {
  try {
    const { rows } = await appPool().query("select guard.confirm_password($1, $2, $3, $4) as value", values);
    return z.string().nullable().parse(rows[0]?.value);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
