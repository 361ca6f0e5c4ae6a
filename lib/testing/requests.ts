import { Handle } from "@/lib/access/handle";
import { receiveRequest } from "@/lib/registrations/asking-operations";
import { guard, request } from "./world";

/** Does what the worker does: takes in every request to join that was noted, all at once. */
export async function receiveNoted(): Promise<void> {
  const jobs = await guard<{ id: string }[]>`
    select id from guard.jobs where task = 'registration.receive' and state = 'waiting'`;
  await Promise.all(jobs.map(({ id }) => receive(id)));
}

async function receive(id: string): Promise<void> {
  const [leased] = await guard<{ job: { lease: string } | null }[]>`select guard.lease(${id}, 60) as job`;
  if (!leased?.job) return;
  const { lease } = leased.job;
  await new Handle({ kind: "job", lease }, request()).run(receiveRequest, {});
  await guard`select guard.complete(${lease})`;
}
