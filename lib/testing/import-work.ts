import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { sessionCookie } from "@/lib/access/cookies";
import { answerUpload } from "@/lib/api/import-upload";
import { baseEnv } from "@/lib/env";
import { confirmImport, findImport } from "@/lib/imports/operations";
import { workOnImport } from "@/lib/imports/work";
import type { LeasedJob } from "@/lib/jobs/task";
import { guard, type Organization, request } from "./world";

type Who = { slug: string; session?: string; key?: string };

export function requestTo({ slug, session, key }: Who, path: string, body?: string | Uint8Array): Request {
  const host = `${slug}.berth.localhost:3000`;
  const { id, address } = request();
  const headers = new Headers({ "x-berth-host": host, "x-berth-address": address, "x-request-id": id });
  if (session) headers.set("cookie", `${sessionCookie}=${session}`);
  if (session && body !== undefined) headers.set("origin", `http://${host}`);
  if (key) headers.set("authorization", `Token ${key}`);
  const given = body === undefined ? {} : { method: "POST", body: typeof body === "string" ? body : Buffer.from(body) };
  return new Request(`http://${host}${path}`, { headers, ...given });
}

export const ownerOf = ({ slug, owner }: Organization): Who => ({ slug, session: owner.hostSession });

export async function upload(who: Who, list: string, body: string | Uint8Array) {
  const response = await answerUpload(requestTo(who, `/api/v1/imports/${list}?name=rows.csv`, body), list);
  const answer = await response.json();
  const { headers } = response;
  return {
    status: response.status,
    headers,
    id: String(answer.id ?? ""),
    says: String(answer.errors?.[0]?.message ?? ""),
  };
}

export async function lease(id: string, seconds = 120): Promise<LeasedJob | null> {
  const [row] = await guard<
    { job: (LeasedJob & { organization_id: string }) | null }[]
  >`select guard.lease(${id}, ${seconds}) as job`;
  return row?.job ? { ...row.job, organizationId: row.job.organization_id } : null;
}

export const waiting = (organization: Organization) => guard<{ id: string }[]>`
  select id from guard.jobs where task = 'imports.work' and organization_id = ${organization.id} and state = 'waiting'`;

/** Does what the worker does until nothing is left to do. */
export async function work(organization: Organization): Promise<void> {
  for (const { id } of await waiting(organization)) {
    const job = await lease(id);
    if (!job) continue;
    await workOnImport({ job, signal: new AbortController().signal, storeMail: async () => undefined });
    await guard`select guard.complete(${job.lease})`;
  }
}

export async function imported(organization: Organization, list: string, body: string) {
  const { handle } = organization.owner;
  const { id, says } = await upload(ownerOf(organization), list, body);
  expect(says).toBe("");
  await work(organization);
  await handle.run(confirmImport, { id });
  await work(organization);
  return handle.run(findImport, { id });
}

export async function names(organization: Organization): Promise<string[]> {
  const rows = await guard<{ name: string }[]>`
    select name from public.customers where organization_id = ${organization.id} order by name`;
  return rows.map(({ name }) => name);
}

export async function filesOf(organization: Organization): Promise<number> {
  const { files } = await import("@/lib/files/files");
  const disk = await files();
  const found = await disk.listAll(`${organization.id}/imports`).catch(() => ({ objects: [] }));
  return [...found.objects].length;
}

/** As if its files lay there for two days. */
export async function age(organization: Organization): Promise<void> {
  const folder = join(baseEnv().dataDir, "files", organization.id, "imports");
  const then = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  for (const name of await readdir(folder)) await utimes(join(folder, name), then, then);
}
