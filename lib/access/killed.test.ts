import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterAll, expect, it, vi } from "vitest";
import { closePool } from "@/db/connection";
import { type EmbeddedDatabase, ensureEmbeddedDatabase } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";
import { addRole } from "@/lib/testing/add-role";
import { foundOrganization } from "@/lib/testing/founding";
import { load } from "@/lib/testing/load";
import { settled } from "./after";
import { Handle } from "./handle";

const log = () => undefined;
const folder = resolve(`.data/killed-${process.pid}`);
const servers: EmbeddedDatabase[] = [];

afterAll(async () => {
  await settled();
  await closePool();
  for (const server of servers) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

it("PostgreSQL killed under load: every saved row is there, and the same process goes on when it is back", async () => {
  const { urls } = await start();
  await migrate({ ownerUrl: urls.owner, workerUrl: urls.worker, catalogue, log });
  process.env.DATABASE_URL = urls.app;
  process.env.DATABASE_AUTH_URL = urls.auth;
  process.env.DATABASE_WORKER_URL = urls.worker;
  process.env.BERTH_SECRET ??= "a secret for tests only, of a fair length";
  const { session, slug } = await foundOrganization(urls.superuser, "killed");
  const handle = new Handle({ kind: "session", secret: session, audience: slug }, { id: "", address: "", agent: "" });
  const saved: string[] = [];
  let back = 0;
  let revived = false;
  const over = killAndRevive().then(async () => {
    revived = true;
    await vi.waitUntil(() => back > 0, { timeout: 120_000 });
  });
  const tally = await load(8, over, async () => {
    const id = uuidv7();
    await handle.run(addRole, { id });
    saved.push(id);
    if (revived) back += 1;
    return true;
  });
  const lost = saved.length - (await countOf(urls.superuser, saved));
  console.log(`killed once, ${saved.length} rows saved, ${back} of them after: ${JSON.stringify({ ...tally, lost })}`);
  expect({ ...tally, lost }).toMatchObject({ unsettled: 0, wrong: 0, crashed: 0, lost: 0 });
});

async function killAndRevive(): Promise<void> {
  await wait(1500);
  const [pid] = (await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
  // Until the backends have noticed that their parent is gone.
  await vi.waitFor(start, { timeout: 60_000, interval: 500 });
}

async function start(): Promise<EmbeddedDatabase> {
  const server = await ensureEmbeddedDatabase(folder, { log });
  servers.push(server);
  return server;
}

async function countOf(url: string, ids: string[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("select from roles where id = any ($1)", [ids]);
  await client.end();
  return rowCount ?? 0;
}
