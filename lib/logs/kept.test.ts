import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { startApiProcesses } from "@/lib/testing/api-processes";
import { serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { callsOf, makeLog } from "@/lib/testing/logs";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { setLogRetention } from "./operations";

serveGraphql();

it("two processes lose nothing, number each call once, and add the same to the day", async () => {
  const mine = await createOrganization();
  const theirKey = await createKey(mine);
  const processes = await startApiProcesses(2);
  try {
    const headers = { authorization: `Token ${theirKey}` };
    await processes.callAll({ calls: 30, path: "/members", headers });
    await processes.callAll({ calls: 10, path: "/nothing", headers });
    await expect.poll(async () => (await callsOf(mine)).length, { timeout: 20_000 }).toBe(80);
  } finally {
    processes.stop();
  }
  const calls = await callsOf(mine);
  expect(calls.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 80 }, (_, at) => at + 1),
  );
  const [sums] = await guard<{ calls: number; errors: number }[]>`
    select sum(api_calls)::int as calls, sum(api_errors)::int as errors from public.usage_days where organization_id = ${mine.id}`;
  expect(sums).toEqual({ calls: 80, errors: 20 });
});

it("lets go of what an organization keeps no longer, and of nothing else", async () => {
  const [brief, long] = [await createOrganization(), await createOrganization()];
  await brief.owner.handle.run(setLogRetention, { days: 2 });
  const old = uuidv7({ msecs: Date.now() - 3 * 86_400_000 });
  for (const each of [brief, long]) {
    await makeLog(each);
    await guard`insert into public.api_calls select organization_id, ${old}::uuid, 99, at, method, path, query, host, operations, needs,
      status, error, milliseconds, credential_kind, credential_id, membership_id, caller, test_mode, address, agent, request_id, headers,
      entities, request, request_bytes, response, response_bytes from public.api_calls where organization_id = ${each.id}`;
  }
  while ((await guard<{ gone: number }[]>`select guard.drop_old_calls(1000) as gone`)[0]?.gone);
  expect((await callsOf(brief)).map(({ id }) => id)).not.toContain(old);
  expect(await callsOf(brief)).toHaveLength(1);
  expect((await callsOf(long)).map(({ id }) => id)).toContain(old);
});

it("is kept for as long as those say who see to settings and see the log", async () => {
  const organization = await createOrganization();
  const holder = async (...permissions: Parameters<typeof createRole>[1]) =>
    (await addMember(organization, { role: await createRole(organization, permissions) })).handle;
  const [blind, seeing] = [await holder("settings.manage"), await holder("settings.manage", "logs.view")];
  await expect(blind.run(setLogRetention, { days: 1 })).rejects.toMatchObject({ permission: "logs.view" });
  expect(await seeing.run(setLogRetention, { days: 1 })).toEqual({ days: 1 });
});
