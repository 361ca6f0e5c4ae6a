import { settled } from "@/lib/access/after";
import { enrol, readEnrolment } from "@/lib/access/factor";
import { Handle } from "@/lib/access/handle";
import { codeOf } from "@/lib/access/totp";
import { beginFactor } from "@/lib/factors/operations";
import { encodeId } from "@/lib/ids";
import {
  accountHandle,
  addMember,
  enterAgain,
  guard,
  type Member,
  type Organization,
  type Person,
  request,
} from "./world";

export type Enrolled = { seed: string; codes: string[]; person: Person };

/**
 * Sets a second factor up as the pages do; the person goes on with the new session. Its step of the clock counts as
 * unused again, so that a test can go on.
 */
export async function enrolPerson(person: Person): Promise<Enrolled> {
  await accountHandle(person).run(beginFactor, {});
  const seed = (await readEnrolment(person.session))?.seed ?? "";
  const handle = accountHandle(person);
  const codes = await enrol(handle, codeOf(seed));
  await goOn(person, handle);
  await freeStep(person);
  return { seed, codes, person };
}

/** As a browser does: keeps the new secret of the root session, and comes to the organization's host anew. */
export async function goOn(person: Person | Member, { renewed }: Handle): Promise<void> {
  person.session = renewed ?? person.session;
  if ("handle" in person) await enterAgain(person);
}

export async function freeStep({ userId }: Person): Promise<void> {
  await guard`update guard.factors set last_step = 0 where user_id = ${userId}`;
}

/** As long ago as this, the person proved who they are. */
export async function age({ userId }: Person, interval: string): Promise<void> {
  await settled(); // what an earlier request notes after its answer
  await guard`update guard.sessions set confirmed_at = now() - ${interval}::interval,
    signed_in_at = now() - ${interval}::interval, last_used_at = now() - ${interval}::interval where user_id = ${userId}`;
}

export function sessionHandle(session: string, slug = "", address = request().address): Handle {
  const info = { ...request(), address };
  return slug === ""
    ? new Handle({ kind: "account", secret: session }, info)
    : new Handle({ kind: "session", secret: session, audience: slug }, info);
}

/** A policy that demands nothing, as the form sends it. */
export const noPolicy = {
  factorFor: "nobody",
  graceDays: 0,
  rememberDevices: true,
  sessionHours: null,
  sessionIdleMinutes: null,
  signInWays: null,
  signInIssuers: [] as string[],
  networks: [] as string[],
  despiteLockOut: false,
} as const;

export async function makeMemberWithFactor(organization: Organization): Promise<string> {
  const { userId, membershipId } = await addMember(organization);
  await guard`insert into guard.factors (user_id, seed, confirmed_at) values (${userId}, 'sealed', now())`;
  return encodeId("mem", membershipId);
}
