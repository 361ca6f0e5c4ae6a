import { spawn } from "node:child_process";
import { chown, mkdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Binaries } from "./binaries";
import { EmbeddedDatabaseError, useYourOwn } from "./faults";
import type { SystemUser } from "./system-user";

export type Cluster = { folder: string; binaries: Binaries; user: SystemUser | undefined };

const longestLog = 10_000_000;

/** Makes the data folder of a new server, owned by the superuser `postgres` with this password. */
export async function initialize(cluster: Cluster, password: string): Promise<void> {
  const { folder, user, binaries } = cluster;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await Promise.all([chown(folder, user.uid, user.gid), chown(passwordFile, user.uid, user.gid)]);
  const locale =
    process.platform === "linux"
      ? ["--locale=C.UTF-8"]
      : ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const flags = ["--encoding=UTF8", ...locale, "--auth=scram-sha-256", "--username=postgres", "--no-instructions"];
  try {
    await run(cluster, binaries.initdb, [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, ...flags]);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Whether `initialize` finished here before. */
export async function isInitialized(folder: string): Promise<boolean> {
  return (await stat(join(folder, "PG_VERSION")).catch(() => undefined)) !== undefined;
}

/**
 * A server that was killed and that nobody collects (in a container without an init) still looks alive by its process
 * id, so its successor would not start.
 */
async function forgetDeadServer(folder: string): Promise<void> {
  const file = join(folder, "postmaster.pid");
  const [pid] = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const state = pid ? await readFile(`/proc/${pid.trim()}/stat`, "utf8").catch(() => "") : "";
  if (/\) Z /.test(state)) await rm(file, { force: true });
}

/** Starts the server on loopback; it outlives this process until `stopServer`. */
export async function startServer(cluster: Cluster, port: number, settings: Record<string, string>): Promise<void> {
  await forgetDeadServer(cluster.folder);
  const log = join(cluster.folder, "server.log");
  if (((await stat(log).catch(() => undefined))?.size ?? 0) > longestLog) await truncate(log);
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "300",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    ...settings,
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
  const args = ["start", "-D", cluster.folder, "-w", "-t", "60", "-s", "-l", log, "-o", options.join(" ")];
  try {
    await run(cluster, cluster.binaries.control, args);
  } catch (cause) {
    const tail = (await readFile(log, "utf8").catch(() => "")).trim().split("\n").slice(-4).join("\n");
    throw new EmbeddedDatabaseError(
      `The embedded PostgreSQL did not start. Its log (${log}) ends with:\n${tail}\n${useYourOwn}`,
      {
        cause,
      },
    );
  }
}

/** Ends all connections and stops the server; waits until it is down. */
export async function stopServer(cluster: Cluster): Promise<void> {
  await run(cluster, cluster.binaries.control, ["stop", "-D", cluster.folder, "-m", "fast", "-w", "-t", "60", "-s"]);
}

async function run(cluster: Cluster, program: string, args: string[]): Promise<void> {
  const { LANG: _lang, LC_ALL: _all, ...environment } = process.env;
  const child = spawn(program, args, {
    cwd: cluster.folder,
    env: { ...environment, LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe"],
    ...cluster.user,
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  child.stderr.destroy();
  if (code !== 0)
    throw new EmbeddedDatabaseError(`${program} failed: ${said.trim() || `exit code ${code}`}. ${useYourOwn}`);
}

/** The wanted loopback port where it is free, else any free one. */
export async function freePort(wanted: number | undefined): Promise<number> {
  if (wanted && (await listen(wanted).catch(() => undefined))) return wanted;
  return listen(0);
}

async function listen(port: number): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = address !== null && typeof address === "object" ? address.port : 0;
      server.close(() => resolve(bound));
    });
  });
}
