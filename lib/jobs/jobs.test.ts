import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { readMailbox } from "@/lib/mail/mailbox";
import { mailPayload } from "@/lib/mail/payload";
import { type MailSettings, sendMail } from "@/lib/mail/send";
import { testDatabase } from "@/lib/testing/database";
import { untilWorkersGone } from "@/lib/testing/workers";
import { type JobHandler, PermanentError } from "./task";
import { startWorker, type Worker } from "./worker";

const secret = "a-secret-for-the-tests-of-jobs-0123456789";
const link = "http://berth.localhost:3000/reset-password?token=very-secret-token-0001";
const settings: MailSettings = {
  rootUrl: new URL("http://berth.localhost:3000"),
  resendApiKey: undefined,
  resendBaseUrl: undefined,
  smtpUrl: undefined,
  mailbox: true,
  mailFrom: "Berth <berth@berth.localhost>",
  secret,
};

let database: Awaited<ReturnType<typeof testDatabase>>;
let admin: pg.Pool;
let app: pg.Pool;
const workers: Worker[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Pool({ connectionString: database.superuser, max: 4 });
  app = new pg.Pool({ connectionString: database.app, max: 2 });
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

afterAll(async () => {
  await admin?.end();
  await app?.end();
});

async function work(tasks: Record<string, JobHandler>): Promise<Worker> {
  const worker = await startWorker({
    database: { worker: database.worker, namedStatements: true },
    tasks,
    logger: pino({ level: "silent" }),
  });
  workers.push(worker);
  return worker;
}

/** What guard.enqueue does, without the need of an opened context. */
async function enqueue(task: string, payload: unknown): Promise<string> {
  const { rows } = await admin.query<{ id: string }>("select guard.queue(null, $1, $2) as id", [
    task,
    JSON.stringify(payload),
  ]);
  return rows[0]?.id ?? "";
}

type JobRow = { state: "waiting" | "leased" | "done" | "failed"; last_error: string | null; payload: object };

async function jobRow(id: string): Promise<JobRow> {
  const { rows } = await admin.query<JobRow>("select * from guard.jobs where id = $1", [id]);
  return rows[0] ?? expect.fail("there is no such job");
}

const soon = { timeout: 60_000, interval: 50 };

describe("one job", () => {
  test("is leased, done once and completed", async () => {
    const done = vi.fn<JobHandler>(async () => {});
    await work({ "test.note": done });
    const id = await enqueue("test.note", { word: "hello" });
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("done"), soon);
    expect(done).toHaveBeenCalledTimes(1);
    expect(done.mock.calls[0]?.[0].job).toMatchObject({ id, attempt: 1, payload: { word: "hello" } });
  });

  test("of an unknown kind fails for good, with a sentence", async () => {
    await work({});
    const id = await enqueue("toString", {});
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("failed"), soon);
    expect((await jobRow(id)).last_error).toContain("There is no handler for the task toString");
  });

  test("is tried again after a passing fault, and keeps no secret of it", async () => {
    const flaky = vi
      .fn<JobHandler>()
      .mockRejectedValueOnce(new Error(`no answer for ${link}`))
      .mockResolvedValue();
    await work({ "test.flaky": flaky });
    const id = await enqueue("test.flaky", {});
    await vi.waitFor(async () => expect((await jobRow(id)).last_error).toContain("no answer for [address]"), soon);
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("done"), soon);
    expect(flaky.mock.calls.map(([{ job }]) => job.attempt)).toEqual([1, 2]);
  });

  test("is not tried again after a permanent one", async () => {
    const hopeless = vi.fn<JobHandler>().mockRejectedValue(new PermanentError("the address does not exist"));
    await work({ "test.hopeless": hopeless });
    const id = await enqueue("test.hopeless", {});
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("failed"), soon);
    await vi.waitFor(async () => {
      const { rows } = await admin.query("select from graphile_worker._private_jobs where key = 'berth:' || $1", [id]);
      expect(rows).toHaveLength(0);
    }, soon);
    expect(hopeless).toHaveBeenCalledTimes(1);
  });
});

test("two workers and a hundred jobs: each is done once [S118]", async () => {
  const runs = new Map<string, number>();
  const count: JobHandler = async ({ job }) => void runs.set(job.id, (runs.get(job.id) ?? 0) + 1);
  const ids = await Promise.all(Array.from({ length: 100 }, () => enqueue("test.count", {})));
  await Promise.all([work({ "test.count": count }), work({ "test.count": count })]);
  // The same job twice in the queue, as a second scheduler would leave it.
  await admin.query(
    "select graphile_worker.add_job('berth', json_build_object('job', id::text)) from unnest($1::uuid[]) id",
    [ids],
  );
  await vi.waitFor(async () => {
    const { rows } = await admin.query("select from guard.jobs where id = any($1) and state <> 'done'", [ids]);
    const queue = await admin.query("select from graphile_worker._private_jobs");
    expect(rows.length + queue.rows.length).toBe(0);
  }, soon);
  expect([...runs.values()].filter((times) => times !== 1)).toEqual([]);
  expect(runs.size).toBe(100);
});

test("a rolled-back change leaves no job [S118]", async () => {
  const client = await admin.connect();
  await client.query("begin");
  await client.query("select guard.queue(null, 'test.rolled-back', '{}')");
  await client.query("rollback");
  client.release();
  const { rows } = await admin.query("select from guard.jobs where task = 'test.rolled-back'");
  const queue = await admin.query("select from graphile_worker._private_jobs where payload ->> 'job' is not null");
  expect(rows.length + queue.rows.length).toBe(0);
});

describe("after a crash", () => {
  test("a job that the queue lost is found and done", async () => {
    const done = vi.fn<JobHandler>(async () => {});
    const id = await enqueue("test.lost", {});
    await admin.query("select guard.lease($1, 60)", [id]);
    await admin.query("delete from graphile_worker._private_jobs where key = 'berth:' || $1", [id]);
    await pretendMinutesPassed();
    await work({ "test.lost": done });
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("done"), soon);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test("a job that a worker locked, and died before it leased it, is found and done", async () => {
    const done = vi.fn<JobHandler>(async () => {});
    const id = await enqueue("test.locked", {});
    await admin.query(
      "update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - interval '4 minutes' where key = 'berth:' || $1",
      [id],
    );
    await work({ "test.locked": done });
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("done"), soon);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test("a job that the queue gave up, though the guard did not, is put back and done", async () => {
    const done = vi.fn<JobHandler>(async () => {});
    const [open, closed] = [await enqueue("test.given-up", {}), await enqueue("test.given-up", {})];
    await admin.query("update guard.jobs set state = 'failed' where id = $1", [closed]);
    await admin.query("update graphile_worker._private_jobs set attempts = max_attempts");
    await work({ "test.given-up": done });
    await vi.waitFor(async () => expect((await jobRow(open)).state).toBe("done"), soon);
    await vi.waitFor(async () => {
      const { rows } = await admin.query("select from graphile_worker._private_jobs");
      expect(rows).toHaveLength(0);
    }, soon);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test("a killed worker's job stays its own until the lease ends, then it is done with the same id", async () => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(String(request.headers["idempotency-key"]));
      if (hits.length > 1) response.end(JSON.stringify({ id: "taken" }));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const resendBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const child = workerProcess({ RESEND_API_KEY: "re_test", RESEND_BASE_URL: resendBaseUrl });
    const id = await enqueue("mail.send", resetMail("killed@acme.example"));
    await vi.waitFor(() => expect(hits).toEqual([id]), { timeout: 120_000, interval: 50 });
    child.kill("SIGKILL");
    await once(child, "exit");
    await untilWorkersGone();

    const next = sendMail({ ...settings, resendApiKey: "re_test", resendBaseUrl });
    const early = await work({ "mail.send": next });
    await early.stop();
    expect(hits).toHaveLength(1);

    await pretendMinutesPassed();
    await work({ "mail.send": next });
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("done"), soon);
    expect(hits).toEqual([id, id]);
    expect((await jobRow(id)).payload).not.toHaveProperty("sealed");
    server.closeAllConnections();
    server.close();
  });
});

test("a worker that is stopped first finishes what it holds", async () => {
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow = vi.fn<JobHandler>(() => held);
  const worker = await work({ "test.slow": slow });
  const id = await enqueue("test.slow", {});
  await vi.waitFor(() => expect(slow).toHaveBeenCalledTimes(1), soon);
  const stopped = worker.stop();
  finish();
  await stopped;
  expect((await jobRow(id)).state).toBe("done");
});

test("killed again and again, no mail is lost and none goes out under another id", async () => {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(String(request.headers["idempotency-key"]));
    setTimeout(() => response.end(JSON.stringify({ id: "taken" })), 20);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const resendBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mails = Array.from({ length: 80 }, (_, index) => enqueue("mail.send", resetMail(`m${index}@acme.example`)));
  const ids = await Promise.all(mails);
  for (let kill = 0; kill < 3; kill++) {
    const before = hits.length;
    const child = workerProcess({ RESEND_API_KEY: "re_test", RESEND_BASE_URL: resendBaseUrl });
    await vi.waitFor(() => expect(hits.length).toBeGreaterThan(before + kill * 7), { timeout: 120_000, interval: 5 });
    child.kill("SIGKILL");
    await once(child, "exit");
    await untilWorkersGone();
    await pretendMinutesPassed();
  }
  await work({ "mail.send": sendMail({ ...settings, resendApiKey: "re_test", resendBaseUrl }) });
  await vi.waitFor(async () => {
    const { rows } = await admin.query("select from guard.jobs where id = any($1) and state <> 'done'", [ids]);
    expect(rows).toHaveLength(0);
  }, soon);
  expect(new Set(hits)).toEqual(new Set(ids));
  server.closeAllConnections();
  server.close();
});

describe("mail.send", () => {
  test("keeps the mail sealed in the mailbox and wipes the link from the job", async () => {
    const to = "Ada@acme.example";
    const payload = resetMail(to);
    expect(JSON.stringify(payload)).not.toContain("very-secret-token");
    await work({ "mail.send": sendMail(settings) });
    const id = await enqueue("mail.send", payload);
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("done"), soon);
    expect((await jobRow(id)).payload).not.toHaveProperty("sealed");
    const { rows } = await admin.query<{ kept: string }>(
      "select to_jsonb(m)::text as kept from guard.mailbox($1, 1) m",
      [to],
    );
    expect(rows[0]?.kept).not.toContain("very-secret-token");
    expect(await readMailbox({ pool: app, secret, recipient: to })).toMatchObject([
      { id, to, subject: "Choose a new password", links: [link] },
    ]);
    expect(await readMailbox({ pool: app, secret, recipient: "eve@acme.example" })).toEqual([]);
  });

  test.each([
    ["two recipients", { ...resetMail("a@acme.example"), to: "a@acme.example,b@acme.example" }, /wrong at to/],
    ["a moved secret", { ...resetMail("a@acme.example"), to: "b@acme.example" }, /another place/],
    ["an unknown template", { template: "nonsense", to: "a@acme.example", props: {} }, /no mail template nonsense/],
    ["missing props", { template: "invitation", to: "a@acme.example", props: {} }, /wrong at organization/],
  ])("fails for good with %s", async (_, payload, words) => {
    await work({ "mail.send": sendMail(settings) });
    const id = await enqueue("mail.send", payload);
    await vi.waitFor(async () => expect((await jobRow(id)).state).toBe("failed"), soon);
    expect((await jobRow(id)).last_error).toMatch(words);
  });
});

/** Lets the leases and the queue's locks of a killed worker grow old. */
async function pretendMinutesPassed(): Promise<void> {
  await admin.query("update guard.jobs set lease_until = now() - interval '1 minute' where lease_until is not null");
  await admin.query(
    "update graphile_worker._private_jobs set locked_at = now() - interval '4 minutes' where locked_at is not null",
  );
}

function resetMail(to: string) {
  return mailPayload(secret, {
    template: "reset-password",
    to,
    props: { name: "Ada", expiresAt: "2026-11-21T04:00:00Z" },
    secrets: { link },
  });
}

function workerProcess(environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/jobs/main.ts"], {
    env: {
      ...process.env,
      DATABASE_URL: database.app,
      DATABASE_AUTH_URL: database.auth,
      DATABASE_WORKER_URL: database.worker,
      BERTH_SECRET: secret,
      LOG_LEVEL: "silent",
      ...environment,
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  children.push(child);
  return child;
}
