import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { request as send } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { rootHost } from "./world";

export const firstPort = Number(process.env.E2E_PORT ?? 3190);

export type Answer = { status: number; location: string; body: string };

export type Question = {
  port: number;
  host: string;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
};

/** One request by hand: Node does not resolve `*.localhost`, and the same host is asked of two processes. */
export function ask({ port, host, path, method = "GET", headers = {}, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send({ host: "127.0.0.1", port, path, method, headers: { ...headers, host } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? "", body: text }),
      );
    });
    request.once("error", reject);
    request.end(body);
  });
}

export type SecondServer = { port: number; stop(): void };

/** Another process of the server under test, over the same database and under the same name. */
export async function secondServer(): Promise<SecondServer> {
  const port = await freePort();
  const folder = process.env.E2E_DATA_DIR ?? ".data/e2e";
  const urls = JSON.parse(readFileSync(`${folder}/database.json`, "utf8")) as Record<string, string>;
  const child = spawn(process.execPath, ["--import", "tsx", "lib/server/main.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      ROOT_URL: `http://${rootHost}`,
      DATA_DIR: folder,
      DATABASE_URL: urls.app,
      DATABASE_AUTH_URL: urls.auth,
      DATABASE_WORKER_URL: urls.worker,
      WORKER: "off",
      LOG_LEVEL: "error",
    },
  });
  for (let tries = 0; tries < 480; tries += 1) {
    const ready = await ask({ port, host: rootHost, path: "/readyz" }).catch(() => undefined);
    if (ready?.status === 200) return { port, stop: () => child.kill("SIGTERM") };
    if (child.exitCode !== null) break;
    await wait(250);
  }
  child.kill("SIGTERM");
  throw new Error("The second server did not come up.");
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** What a form of a page would send: its hidden fields and what stands in it. */
export function fieldsOf(html: string, named: string): Map<string, string> {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((each) => each.includes(`name="${named}"`)) ?? "";
  const fields = new Map<string, string>();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(input, "name");
    if (name && !/type="(checkbox|radio)"/.test(input)) fields.set(name, attribute(input, "value") ?? "");
  }
  return fields;
}

/** A form as a browser sends it before JavaScript: a server action takes only this encoding. */
export function multipart(fields: Map<string, string>): { body: string; type: string } {
  const boundary = `berth${Math.random().toString(16).slice(2)}`;
  const parts = [...fields].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join("")}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value
    ?.replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
