import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { ensureBuild } from "./build.mjs";
import { requireNode } from "./node-version.mjs";
import { ensurePackages } from "./packages.mjs";
import { root, run, withProgress } from "./run.mjs";

requireNode();

const port = process.env.PORT || "3000";
const address = process.env.ROOT_URL || `http://berth.localhost:${port}`;
const env = {
  ...process.env,
  NODE_ENV: "production",
  MAILBOX: "on",
  LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  // So that webhooks reach a receiver on this machine, as the quick start of /docs has one.
  EGRESS_ALLOW: process.env.EGRESS_ALLOW || "127.0.0.1",
};
let server;
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    console.log("\nStopping …");
    if (server) server.kill("SIGTERM");
    else process.exit(130);
  });

await ensurePackages();
if (!(await isFit())) process.exit(1);
if (await isTaken())
  fail(`Port ${port} is taken: stop what uses it, or choose another with PORT=${Number(port) + 1} npm run demo.`);
if (!(await ensureBuild())) fail("The build failed: see above.");
server = startServer();
await withProgress("Starting the database and the server", ready);
await seed();
if (!stopping) showBox();

/** Says what is wrong with the environment, where something is. */
async function isFit() {
  const { ok } = await run(process.execPath, ["--import", "tsx", "lib/setup/environment.mjs"], { env });
  return ok;
}

function isTaken() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(error.code === "EADDRINUSE"));
    probe.listen({ port: Number(port), host: "127.0.0.1" }, () => probe.close(() => resolve(false)));
  });
}

function startServer() {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/server/main.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  child.once("exit", (code) => {
    if (stopping) console.log("Stopped. The data is kept: the next start takes seconds.");
    process.exit(stopping ? 0 : (code ?? 1));
  });
  return child;
}

async function ready() {
  while (!stopping && !(await answers())) await wait(250);
}

function answers() {
  return new Promise((resolve) => {
    const request = get(
      { host: "127.0.0.1", port, path: "/readyz", headers: { host: "localhost" }, timeout: 5_000 },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}

async function seed() {
  if (stopping || !existsSync(`${root}lib/cli/main.ts`)) return;
  const args = ["--import", "tsx", "lib/cli/main.ts", "seed", "--demo"];
  const { ok } = await withProgress("Making the demo world, where it is not there yet", () =>
    run(process.execPath, args, { env }),
  );
  if (ok || stopping) return;
  server.removeAllListeners("exit");
  server.once("exit", () => fail("The demo world could not be made: see above."));
  server.kill("SIGTERM");
  await new Promise(() => undefined);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function showBox() {
  const acme = address.replace("://", "://acme-shipping.");
  const lines = [
    "Berth is running",
    "",
    `Sign in       ${address}/sign-in`,
    `Acme          ${acme}`,
    `Mail          ${address}/dev/mailbox`,
    `Console       ${address}/console (superadmin@berth.example)`,
    "",
    "Password of every demo account: berth-demo-2026",
    "owner@acme.example       owner of Acme Shipping",
    "dispatcher@acme.example  works there",
    "both@berth.example       member of Acme and Globex: try the switcher",
    "newcomer@berth.example   in no organization yet",
    "manager@initech.example  approves at Initech Procurement",
    "",
    "No mail leaves this machine: it is all on the mail page.",
    "Ctrl-C stops everything and keeps the data.",
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const bar = "─".repeat(width + 2);
  console.log(`\n┌${bar}┐\n${lines.map((line) => `│ ${line.padEnd(width)} │`).join("\n")}\n└${bar}┘\n`);
}
