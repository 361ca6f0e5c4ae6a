import { Handle } from "@/lib/access/handle";
import { receiveMember } from "@/lib/servers/operations";
import { guard, request } from "./world";

/** Does what the worker does: takes in everybody whom servers named, all at once. */
export async function receiveAdded(): Promise<void> {
  const jobs = await guard<{ id: string }[]>`
    select id from guard.jobs where task = 'server.receive_member' and state = 'waiting' order by id`;
  await Promise.all(jobs.map(({ id }) => receive(id)));
}

async function receive(id: string): Promise<void> {
  const [leased] = await guard<{ job: { lease: string } | null }[]>`select guard.lease(${id}, 60) as job`;
  if (!leased?.job) return;
  const { lease } = leased.job;
  await new Handle({ kind: "job", lease }, request()).run(receiveMember, {});
  await guard`select guard.complete(${lease})`;
}
