import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { freePort } from "@/db/server/process";
import { delayingProxy } from "@/lib/testing/proxy";
import { percentile } from "./compare";
import { type Line, times } from "./report";
import { addMembers, type World } from "./world";

const delay = 60;

/** Targets 13 and the third of 4: the members page of an organization of ten thousand, from the production server. */
export async function pages(world: World): Promise<Line[]> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("There is no build: run npm run build first.");
  const { organization, server: database, bare: superuser, quick } = world;
  await addMembers(superuser, organization, { from: 1001, to: 10_000 });
  const proxy = await delayingProxy(database.urls.app, 0);
  const port = await freePort(undefined);
  const server = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "lib/server/main.ts"], {
    stdio: ["ignore", 2, 2],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      ROOT_URL: `http://berth.localhost:${port}`,
      DATABASE_URL: proxy.url,
      DATABASE_OWNER_URL: database.urls.owner,
      DATA_DIR: ".data/bench/server",
      WORKER: "off",
      LOG_LEVEL: "error",
    },
  });
  try {
    const root = { port, host: `berth.localhost:${port}` };
    const own = { port, host: `${organization.slug}.${root.host}`, cookie: `__Host-berth=${organization.session}` };
    await untilReady(() => read(root, "/sign-in"));
    const ways = [
      { name: "bare", run: () => read(root, "/sign-in") },
      { name: "members", run: () => read(own, "/members") },
    ];
    for (let warm = 0; warm < 30; warm++) for (const { run } of ways) await run();
    const [plain = 1, members = 0] = await percentile(ways, 0.5, quick ? 40 : 200);
    proxy.delay = delay;
    const [delayed = 0] = await percentile(ways.slice(1), 0.5, 9);
    proxy.delay = 0;
    const trips = Math.round((delayed - members) / 1e6 / delay);
    const script = await scriptBytes(own, "/members");
    return [
      {
        target: "4",
        what: "Round trips of the members page, one after another",
        atLeast: "2",
        measured: `${trips}`,
        met: trips <= 2,
      },
      {
        target: "13",
        what: "Members page of 10,000: server's HTML p50, of the sign-in page's; JavaScript sent, gzipped",
        atLeast: "200 kB",
        measured: `${times(members / plain)}; ${Math.round(script / 1000)} kB`,
        met: script <= 200_000,
      },
    ];
  } finally {
    server.kill("SIGTERM");
    await new Promise((done) => server.once("exit", done));
    await proxy.close();
  }
}

type Place = { port: number; host: string; cookie?: string };

/** A page as a browser asks for it; throws for anything but 200. */
function read({ port, host, cookie }: Place, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { host, accept: "text/html", ...(cookie ? { cookie } : {}) };
    get({ port, path, headers, host: "127.0.0.1" }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        response.statusCode === 200 ? resolve(text) : reject(new Error(`${path} answered ${response.statusCode}`)),
      );
    }).on("error", reject);
  });
}

async function untilReady(ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    const ready = await ask().then(
      () => true,
      () => false,
    );
    if (ready) return;
    await wait(500);
  }
  throw new Error("The server did not begin to answer.");
}

async function scriptBytes(place: Place, path: string): Promise<number> {
  const sources = new Set(
    [...(await read(place, path)).matchAll(/<script(?![^>]*nomodule)[^>]+src="([^"]+\.js[^"]*)"/gi)].map(
      ([, source]) => source ?? "",
    ),
  );
  const bodies = await Promise.all([...sources].map((source) => read(place, source)));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
