import { setTimeout as wait } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { expect, it, vi } from "vitest";
import { limitPool } from "@/db/connection";
import { settled } from "@/lib/access/after";
import { callLogFigures, flushCalls, logCall } from "@/lib/access/call-log";
import { batchOf, bounds, type CallLine } from "@/lib/access/waiting-calls";
import { callApi } from "@/lib/testing/api";
import { createKey, testKey } from "@/lib/testing/keys";
import { callsOf } from "@/lib/testing/logs";
import { createOrganization } from "@/lib/testing/world";

const line = (path: string): CallLine => ({
  id: uuidv7(),
  at: new Date().toISOString(),
  method: "GET",
  path,
  query: "",
  host: "",
  operations: [],
  needs: [],
  status: 200,
  error: null,
  milliseconds: 1,
  test: false,
  address: "",
  agent: "",
  request_id: null,
  headers: {},
  entities: [],
  request: null,
  request_bytes: 0,
  response: null,
  response_bytes: 0,
});

const nobody = (at: number) =>
  ({ kind: "key", secret: `key_invented_${at}`, organization: null, opened: false }) as const;

/** How often the clock may have written since then, on a machine that took its time. */
const turnsSince = (began: number) => Math.ceil((performance.now() - began) / bounds.everyMs);

it("of invented keys, however many, pushes no real call out of what waits", async () => {
  await settled();
  const organization = await createOrganization();
  const own = { kind: "key", secret: await createKey(organization), organization: null, opened: true } as const;
  const before = callLogFigures();
  for (let at = 0; at < 300; at += 1) logCall(own, line(`/real/${at}`));
  for (let at = 0; at < bounds.lines + 2_000; at += 1) logCall(nobody(at), line("/invented"));
  const { waiting, dropped } = callLogFigures();
  expect(waiting).toBeLessThanOrEqual(300 + bounds.strangers);
  expect(dropped - before.dropped).toBeGreaterThanOrEqual(bounds.lines);
  expect((await callsOf(organization)).filter(({ path }) => path.startsWith("/real/"))).toHaveLength(300);
  expect(callLogFigures().waiting).toBe(0);
});

it("of one caller pushes out its own oldest, and nobody else's", async () => {
  await settled();
  const [wild, calm] = [await createOrganization(), await createOrganization()];
  const of = async (organization: typeof wild) =>
    ({ kind: "key", secret: await createKey(organization), organization: null, opened: true }) as const;
  const [one, other] = [await of(wild), await of(calm)];
  for (let at = 0; at < 50; at += 1) logCall(other, line(`/calm/${at}`));
  for (let at = 0; at < bounds.one + 500; at += 1) logCall(one, line(`/wild/${at}`));
  expect(await callsOf(calm)).toHaveLength(50);
  const kept = await callsOf(wild);
  expect(kept.length).toBeLessThanOrEqual(bounds.one + 400); // what a batch took before is written too
  expect(kept[0]?.path).toBe(`/wild/${bounds.one + 499}`);
});

it("is told apart by what a call opened", async () => {
  const organization = await createOrganization();
  const key = await createKey(organization);
  await settled();
  const before = callLogFigures().written;
  expect((await callApi({ path: "/members", key })).status).toBe(200);
  expect((await callApi({ path: "/members", key: testKey() })).status).toBe(401);
  await settled();
  expect(callLogFigures().written).toBe(before + 1);
  expect(await callsOf(organization)).toHaveLength(1);
});

it("that one caller's lines cannot be written leaves nobody else's out", async () => {
  await settled();
  const [odd, sound] = [await createOrganization(), await createOrganization()];
  const of = async (organization: typeof odd) =>
    ({ kind: "key", secret: await createKey(organization), organization: null, opened: true }) as const;
  const [one, other] = [await of(odd), await of(sound)];
  const before = callLogFigures();
  logCall(other, line("/sound/1"));
  logCall(one, { ...line("/odd"), status: 3_000_000_000 });
  logCall(other, line("/sound/2"));
  expect(await callsOf(sound)).toHaveLength(2);
  expect(callLogFigures()).toEqual({ ...before, written: before.written + 2, dropped: before.dropped + 1 });
});

it("that come while others are written wait for more of them, and all are written", async () => {
  await settled();
  const organization = await createOrganization();
  const own = { kind: "key", secret: await createKey(organization), organization: null, opened: true } as const;
  const written = vi.spyOn(limitPool(), "query");
  try {
    const began = performance.now();
    for (let at = 0; at < batchOf.lines; at += 1) logCall(own, line(`/first/${at}`));
    for (let at = 0; at < 60; at += 1) {
      await wait(2);
      logCall(own, line(`/meanwhile/${at}`));
    }
    expect(callLogFigures().waiting).toBeGreaterThan(0);
    const turns = turnsSince(began);
    await vi.waitFor(() => expect(callLogFigures().waiting).toBe(0), { timeout: 20_000 });
    const statements = written.mock.calls.filter(([text]) => String(text).includes("append_calls"));
    expect(statements.length).toBeLessThanOrEqual(2 + turns);
  } finally {
    written.mockRestore();
  }
  expect((await callsOf(organization)).filter(({ path }) => path.startsWith("/meanwhile/"))).toHaveLength(60);
});

it("ask a database that takes nothing by the clock alone, and are all written once it does", async () => {
  await settled();
  const organization = await createOrganization();
  const own = { kind: "key", secret: await createKey(organization), organization: null, opened: true } as const;
  const away = vi.spyOn(limitPool(), "query").mockImplementation(() => Promise.reject(new Error("away")));
  try {
    const began = performance.now();
    for (let at = 0; at < batchOf.lines; at += 1) logCall(own, line(`/before/${at}`));
    for (let at = 0; at < 40; at += 1) {
      await wait(2);
      logCall(own, line(`/away/${at}`));
    }
    expect(away.mock.calls.length).toBeLessThanOrEqual(1 + turnsSince(began));
    expect(callLogFigures().waiting).toBe(batchOf.lines + 40);
  } finally {
    away.mockRestore();
  }
  expect((await callsOf(organization)).filter(({ path }) => path.startsWith("/away/"))).toHaveLength(40);
  expect(callLogFigures().waiting).toBe(0);
});

it("are waited for also while they are being written", async () => {
  await settled();
  const organization = await createOrganization();
  const own = { kind: "key", secret: await createKey(organization), organization: null, opened: true } as const;
  const { written } = callLogFigures();
  for (let at = 0; at < batchOf.lines; at += 1) logCall(own, line(`/under-way/${at}`));
  expect(callLogFigures().waiting).toBe(0);
  await flushCalls();
  expect(callLogFigures().written).toBe(written + batchOf.lines);
});
