import { z } from "zod";
import { authPool } from "@/db/connection";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { type Bucket, consume, giveBack } from "@/lib/limits/limits";
import { networkOf } from "@/lib/limits/network";
import { seal, unseal } from "@/lib/seal";
import { translateDatabaseError } from "./database-errors";
import type { Handle } from "./handle";
import type { RequestInfo } from "./operation";
import { type FactorCode, newRecoveryCodes, readFactorCode, seedAddress, stepOf } from "./totp";

const seedsRow = z.object({
  user_id: z.uuid(),
  email: z.string(),
  seed: z.string().nullable(),
  next_seed: z.string().nullable(),
});

const pendingRow = z.object({ user_id: z.uuid(), seed: z.string(), browser: z.string().nullable() });

/** Seals a seed for one person's row; elsewhere it does not open. */
export function sealSeed(userId: string, seed: string): string {
  return seal(env().secret, placeOf(userId), seed);
}

/**
 * Proves the acting person's second factor again, for this session, whose secret is another one from then on. Throws `invalid` on `factorCode` where the code is
 * wrong or was used, `limited` after too many.
 */
export async function confirmFactor(handle: Handle, typed: string): Promise<void> {
  const { secret, audience } = credentialOf(handle);
  const found = await seedsOf(secret, audience);
  const guesses = [
    { name: "confirm_factor/person", key: found.user_id, points: 10, seconds: 900 },
    { name: "confirm_factor/network", key: networkOf(handle.request.address), points: 50, seconds: 900 },
  ];
  await consume(guesses);
  const given = proofOf(found.user_id, found.seed, typed);
  const values = [secret, audience, given.step, given.code, JSON.stringify(handle.request)];
  const renewed = await ask("select guard.identity_prove($1, $2, $3, $4, $5) as value", values, z.string().nullable());
  if (renewed === null) throw wrongCode();
  handle.renew(renewed);
  await giveBack(guesses);
}

export type Enrolment = { seed: string; address: string };

/** The seed that waits for its first code, for whoever set it up; undefined where none does. */
export async function readEnrolment(session: string): Promise<Enrolment | undefined> {
  const { user_id, email, next_seed } = await seedsOf(session, "");
  if (next_seed === null) return undefined;
  const seed = unseal(env().secret, placeOf(user_id), next_seed);
  return { seed, address: seedAddress(seed, email) };
}

/** Takes the first code of the new seed and gives the session a new secret. Answers ten recovery codes, shown once. */
export async function enrol(handle: Handle, typed: string): Promise<string[]> {
  const { secret } = credentialOf(handle);
  const { user_id, next_seed } = await seedsOf(secret, "");
  await consume([{ name: "enrol_factor/person", key: user_id, points: 20, seconds: 900 }]);
  if (next_seed === null) throw tooLate();
  const given = proofOf(user_id, next_seed, typed);
  if (given.step === null) throw wrongCode();
  const codes = newRecoveryCodes();
  const renewed = await ask(
    "select guard.identity_confirm_factor($1, $2, $3, $4) as value",
    [secret, given.step, codes, JSON.stringify(handle.request)],
    z.string().nullable(),
  );
  if (renewed === null) throw tooLate();
  handle.renew(renewed);
  return codes;
}

export type FactorStep = { pending: string; code: string; mark: string | null };

/**
 * The second half of a sign-in: answers the new root session. `mark` is this browser's new mark where it is to be
 * remembered. Throws `unauthenticated` where the first half is over, `invalid` where the code does not count.
 */
export async function finishSignIn(step: FactorStep, request: RequestInfo & { device: string }): Promise<string> {
  const found = await ask("select guard.identity_pending($1) as value", [step.pending], pendingRow.nullable());
  if (!found) throw new BerthError("unauthenticated", "This sign-in took too long. Begin again.");
  await consume(bucketsOf(found, request));
  const given = proofOf(found.user_id, found.seed, step.code);
  const session = await ask(
    "select guard.identity_finish_sign_in($1, $2, $3, $4, $5) as value",
    [step.pending, given.step, given.code, step.mark, JSON.stringify(request)],
    z.string().nullable(),
  );
  if (session === null) throw wrongCode();
  return session;
}

/** Strangers who know the password fill what strangers share, never what the person has in their own browser. */
function bucketsOf(found: z.infer<typeof pendingRow>, request: RequestInfo): Bucket[] {
  const network = networkOf(request.address);
  if (found.browser !== null)
    return [{ name: "sign_in_factor/device", key: `${found.user_id}|${found.browser}`, points: 10, seconds: 900 }];
  return [
    { name: "sign_in_factor/network", key: network, points: 50, seconds: 900 },
    { name: "sign_in_factor/person+network", key: `${found.user_id}|${network}`, points: 10, seconds: 900 },
    { name: "sign_in_factor/stranger", key: found.user_id, points: 30, seconds: 3600 },
  ];
}

/** A step of the clock for the right code of an app, or a recovery code for the database to look up; both null else. */
function proofOf(userId: string, sealed: string | null, typed: string): { step: number | null; code: string | null } {
  const given: FactorCode | undefined = readFactorCode(typed);
  if (given?.kind === "recovery") return { step: null, code: given.text };
  if (!given || sealed === null) return { step: null, code: null };
  return { step: stepOf(unseal(env().secret, placeOf(userId), sealed), given.text) ?? null, code: null };
}

function placeOf(userId: string): string {
  return `platform|factors|seed|${userId}`;
}

function credentialOf({ credential }: Handle): { secret: string; audience: string } {
  if (!("secret" in credential)) throw new BerthError("unauthenticated", "Sign in to continue.");
  return { secret: credential.secret, audience: "audience" in credential ? credential.audience : "" };
}

async function seedsOf(session: string, audience: string): Promise<z.infer<typeof seedsRow>> {
  const found = await ask("select guard.identity_seeds($1, $2) as value", [session, audience], seedsRow.nullable());
  if (!found) throw new BerthError("unauthenticated", "Sign in to continue.");
  return found;
}

async function ask<Row extends z.ZodType>(text: string, values: unknown[], row: Row): Promise<z.output<Row>> {
  try {
    const { rows } = await authPool().query<{ value: unknown }>(text, values);
    return row.parse(rows[0]?.value);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

function wrongCode(): BerthError {
  const sentence = "This code is wrong, or was used already.";
  return new BerthError("invalid", sentence, { reason: "code_wrong", fields: { factorCode: [sentence] } });
}

function tooLate(): BerthError {
  return new BerthError("invalid", "This set-up is over. Begin again with a new QR code.", { reason: "set_up_over" });
}
