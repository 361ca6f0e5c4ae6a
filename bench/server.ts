import { spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { Agent, get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/db/server/process";

const place = ".data/bench/server";
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export type Place = { port: number; host: string; cookie?: string };

/** `before`: a file to load first. */
type Wanted = { database: string; owner: string; apiOnly?: boolean; before?: string };

/** The production server, or the API alone, as a process of its own. */
export async function startServer({ database, owner, apiOnly = false, before }: Wanted) {
  const port = await freePort(undefined);
  const first = before ? ["--import", before] : [];
  const api = ["--max-semi-space-size=64", "lib/server/main.ts", "--api"]; // as npm run api has it
  const entry = ["node_modules/tsx/dist/cli.mjs", ...first, ...(apiOnly ? api : ["lib/server/main.ts"])];
  mkdirSync(place, { recursive: true });
  const server = spawn(process.execPath, entry, {
    stdio: ["ignore", openSync(`${place}/log`, "w"), 2], // a line for each request, as it comes
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      ROOT_URL: `http://berth.localhost:${port}`,
      DATABASE_URL: database,
      DATABASE_OWNER_URL: owner,
      DATA_DIR: place,
      WORKER: "off",
    },
  });
  const root: Place = { port, host: `berth.localhost:${port}` };
  await untilReady(() => read(root, "/healthz"));
  return {
    root,
    /** An organization's host with its owner's session. */
    of: ({ slug, session }: { slug: string; session: string }): Place => ({
      port,
      host: `${slug}.${root.host}`,
      cookie: `__Host-berth=${session}`,
    }),
    stop: async () => {
      server.kill("SIGTERM");
      await new Promise((done) => server.once("exit", done));
    },
  };
}

/** A page as a browser asks for it; throws for anything but 200. */
export function read({ port, host, cookie }: Place, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { host, accept: "text/html", ...(cookie ? { cookie } : {}) };
    get({ port, path, headers, host: "127.0.0.1", agent }, (response) => {
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
