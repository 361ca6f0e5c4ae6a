import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { chapters } from "@/lib/docs/chapters";
import { quickStartScopes } from "@/lib/docs/reader-schema";
import { networksOf } from "@/lib/egress/address";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { createKey as makeKey } from "@/lib/keys/operations";
import { serveApi } from "@/lib/testing/api-server";
import { testDatabase } from "@/lib/testing/database";
import { type GuideSample, samplesOf } from "@/lib/testing/guide-samples";
import { createKey } from "@/lib/testing/keys";
import { type Stranger, strangersFolder } from "@/lib/testing/packed-sdk";
import { makeRequest } from "@/lib/testing/records";
import { createOrganization, type Organization, testPassword } from "@/lib/testing/world";

vi.hoisted(() => {
  process.env.EGRESS_ALLOW = "127.0.0.1";
});

const server = serveApi();
const soon = { timeout: 30_000, interval: 100 };
let stranger: Stranger;
let worker: Worker;
const running: ChildProcess[] = [];

beforeAll(async () => {
  stranger = await strangersFolder();
  worker = await startWorker({
    database: { worker: (await testDatabase()).worker, namedStatements: true },
    tasks: {},
    logger: pino({ level: "silent" }),
    webhooks: { secret: process.env.BERTH_SECRET ?? "", egress: { allowed: networksOf("127.0.0.1") } },
  });
}, 600_000);

afterEach(async () => {
  for (const child of running.splice(0)) child.kill();
  await rm(join(stranger.folder, ".env"), { force: true });
});

afterAll(async () => {
  await worker.stop();
  await stranger.remove();
});

type Reading = { organization: Organization; key: string; port: number; secret: string };
type Ran = { sample: GuideSample; said: string };

/** Reads a guide as a stranger does: each sample in its order, with their key in it. */
async function follow(slug: string): Promise<{ ran: Ran[]; heard: () => string }> {
  const organization = await createOrganization();
  const reading: Reading = {
    organization,
    key: slug === "quick-start" ? await quickStartKey(organization) : await createKey(organization),
    port: await freePort(),
    secret: "",
  };
  await makeRequest(organization);
  const ran: Ran[] = [];
  let heard = "";
  for (const sample of samplesOf(slug, { api: server.url(), site: "http://berth.localhost:3000" })) {
    if (sample.unrun || !canRun(sample.language)) continue;
    const code = filled(sample.code, reading);
    if (sample.saved && sample.file) {
      await writeFile(join(stranger.folder, sample.file), code);
      continue;
    }
    if (sample.stays) {
      const child = await background({ ...sample, code }, reading);
      child.stdout?.on("data", (part) => {
        heard += part;
      });
      continue;
    }
    const said = await run({ ...sample, code }, reading);
    reading.secret ||= /whsec_[\w+/=]{20,}/.exec(said)?.[0] ?? "";
    ran.push({ sample, said });
  }
  return { ran, heard: () => heard };
}

/** The key that the page itself makes, with no more than that. */
async function quickStartKey({ owner }: Organization): Promise<string> {
  const given = { label: "Quick start", scopes: quickStartScopes, expires: "30" as const };
  return (await owner.handle.run(makeKey, given)).key;
}

function filled(code: string, { key, port }: Reading): string {
  return code
    .replaceAll("4242", String(port))
    .replaceAll("{{key}}", key)
    .replaceAll("https://example.com/hooks", `http://127.0.0.1:${port}/hooks`);
}

/** A secret that the reader keeps in a file is read from there. */
function environment({ organization, secret }: Reading) {
  const kept = existsSync(join(stranger.folder, ".env")) ? {} : { WEBHOOK_SECRET: secret };
  const given = { BERTH_EMAIL: organization.owner.email, BERTH_PASSWORD: testPassword, ...kept };
  return { ...process.env, ...given, PYTHONUTF8: "1" };
}

async function run({ language, code, file }: GuideSample, reading: Reading): Promise<string> {
  const options = { cwd: stranger.folder, env: environment(reading), timeout: 600_000 };
  const start = (program: string, args: string[]) =>
    promisify(execFile)(program, args, options).then(({ stdout }) => stdout);
  switch (language) {
    case "javascript":
      await writeFile(join(stranger.folder, file ?? "sample.mjs"), code);
      return start(process.execPath, [file ?? "sample.mjs"]);
    case "python":
      return start("python3", ["-c", code]);
    case "bash":
      return start("bash", ["-euo", "pipefail", "-c", code.replaceAll("curl ", "curl --silent --show-error --fail ")]);
    case "graphql":
      return ask(code, reading);
    case "json":
      return JSON.stringify(JSON.parse(code));
    default:
      throw new Error(`Nobody runs ${language}.`);
  }
}

async function ask(query: string, { key }: Reading): Promise<string> {
  const response = await fetch(`${server.url()}/graphql`, {
    method: "POST",
    headers: { authorization: `Token ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  expect(JSON.parse(text).errors ?? []).toEqual([]);
  return text;
}

async function background({ language, code, file = "" }: GuideSample, reading: Reading): Promise<ChildProcess> {
  const options = { cwd: stranger.folder, env: environment(reading) };
  if (language === "javascript") await writeFile(join(stranger.folder, file), code);
  const child =
    language === "bash" ? spawn("bash", ["-c", `exec ${code}`], options) : spawn(process.execPath, [file], options);
  running.push(child);
  await once(child.stdout.setEncoding("utf8"), "data");
  return child;
}

function canRun(language: string): boolean {
  const programs: Record<string, [string, string[]]> = {
    python: ["python3", ["-c", "import sys; assert sys.version_info >= (3, 9)"]],
    bash: ["bash", ["-c", "curl --version"]],
  };
  const needed = programs[language];
  if (!needed) return true;
  try {
    execFileSync(needed[0], needed[1], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}

describe("a stranger who has the guides and a key", () => {
  it("lists members, receives a signed webhook and approves a request, by the quick start's own samples", {
    timeout: 600_000,
  }, async () => {
    const { ran, heard } = await follow("quick-start");
    const said = (file: string) => ran.find(({ sample }) => sample.file === file)?.said ?? "";
    expect(said("members.mjs")).toContain("Owner");
    expect(said("list.mjs")).toContain("@");
    expect(said("endpoint.mjs")).toMatch(/^whk_\w+ whsec_/);
    expect(said("approve.mjs")).toMatch(/ approved\n$/);
    await expect.poll(heard, soon).toContain("verified registration.approved");
  });

  const others = chapters.filter(({ slug }) => slug !== "quick-start");
  for (const { slug, title } of others)
    it(`runs every sample of "${title}"`, { timeout: 600_000 }, async () => {
      const { ran, heard } = await follow(slug);
      const all = samplesOf(slug, { api: server.url(), site: "" }).filter(
        (each) => !each.unrun && !each.stays && !each.saved,
      );
      expect(ran.length).toBe(all.filter(({ language }) => canRun(language)).length);
      if (slug === "webhooks") await expect.poll(heard, soon).toContain("verified webhook.test");
      if (slug === "idempotency") expect(ran.map(({ said }) => said).join()).toContain("true true");
      if (slug === "client-library") expect(ran.map(({ said }) => said).join()).toContain("304");
    });

  it("finds a sample in at least ten guides, and none that is unknown to the test", () => {
    const known = ["bash", "powershell", "javascript", "python", "graphql", "json", "php", "ruby", "go"];
    const place = { api: "http://localhost", site: "http://localhost" };
    const all = chapters.map(({ slug }) => samplesOf(slug, place));
    expect(all.filter((samples) => samples.length > 0).length).toBeGreaterThanOrEqual(10);
    for (const { language } of all.flat()) expect(known).toContain(language);
  });
});
