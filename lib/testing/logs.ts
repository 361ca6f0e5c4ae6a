import { settled } from "@/lib/access/after";
import type { Handle } from "@/lib/access/handle";
import { encodeId } from "@/lib/ids";
import { callApi } from "./api";
import { guard, type Organization } from "./world";

/** A call of the organization's owner, as it stands in the log; answers its id. */
export async function makeLog(organization: Organization): Promise<string> {
  const { hostSession, membershipId } = organization.owner;
  await callApi({ slug: organization.slug, session: hostSession, path: `/members/${encodeId("mem", membershipId)}` });
  const [line] = await callsOf(organization);
  return encodeId("log", line?.id ?? "");
}

/** The owner, once the log has a call. */
export async function callerOnce(organization: Organization): Promise<Handle> {
  await makeLog(organization);
  return organization.owner.handle;
}

export type LoggedCall = {
  id: string;
  number: number;
  at: Date;
  method: string;
  path: string;
  query: string;
  status: number;
  error: string | null;
  operations: string[];
  needs: string[];
  credential_kind: string;
  membership_id: string | null;
  caller: string;
  test_mode: boolean;
  headers: Record<string, string>;
  entities: string[];
  request: string | null;
  request_bytes: number;
  response: string | null;
  response_bytes: number;
};

/** Everything in an organization's log, newest first, once what waits is written. */
export async function callsOf({ id }: { id: string }): Promise<LoggedCall[]> {
  await settled();
  return guard<LoggedCall[]>`select * from public.api_calls where organization_id = ${id} order by id desc`;
}
