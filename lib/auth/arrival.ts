import { z } from "zod";
import { authPool } from "@/db/connection";
import { translateDatabaseError } from "@/lib/access/database-errors";
import type { RequestInfo } from "@/lib/access/operation";
import type { ProviderEnv } from "@/lib/provider-env";
import { askNextAuth } from "./next-auth";
import { type ProvenPerson, provenPerson } from "./provider-person";

/** What a provider's answer led to. */
export type Arrival =
  | { outcome: "signed_in"; session: string }
  | { outcome: "waiting"; secret: string }
  | { outcome: "linked" | "taken" | "over" | "refused" | "failed" };

const arrival = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("signed_in"), session: z.string() }),
  z.object({ outcome: z.literal("waiting"), secret: z.string() }),
  z.object({ outcome: z.enum(["linked", "taken", "over"]) }),
]);

export type Returning = {
  provider: ProviderEnv;
  visit: string;
  query: Record<string, string>;
  cookies: Record<string, string>;
  session: string;
  device: string;
  request: RequestInfo & { device: string };
};

/** Checks what came back from a provider and lets the database decide what it opens. Every outcome is on the record. */
export async function arrive(returning: Returning): Promise<Arrival> {
  const { provider, visit, query, cookies, session, device, request } = returning;
  const person = query.error ? undefined : await whomOf(provider, query, cookies);
  if (!person) {
    const outcome = query.error ? "refused" : "failed";
    const values = [visit, provider.id, outcome, JSON.stringify(request)];
    await ask("select guard.identity_failed($1, $2, $3, $4) as value", values);
    return { outcome };
  }
  const values = [visit, provider.id, JSON.stringify(person), session, device, JSON.stringify(request)];
  return arrival.parse(await ask("select guard.identity_arrived($1, $2, $3, $4, $5, $6) as value", values));
}

async function whomOf(
  provider: ProviderEnv,
  query: Record<string, string>,
  cookies: Record<string, string>,
): Promise<ProvenPerson | undefined> {
  const { profile } = await askNextAuth({ path: ["callback", provider.id], method: "GET", query, cookies });
  return profile === undefined ? undefined : provenPerson(provider, profile);
}

async function ask(text: string, values: unknown[]): Promise<unknown> {
  try {
    const { rows } = await authPool().query<{ value: unknown }>(text, values);
    return rows[0]?.value;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
