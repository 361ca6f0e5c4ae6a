import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/db/server/process";
import { databaseUser } from "@/db/server/system-user";

const program = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer"].find(existsSync);

export const hasPooler = program !== undefined;

/** PgBouncer in transaction mode before a database: few connections for many clients. */
export async function startPooler(
  database: string,
  connections: number,
): Promise<{ url: string; stop(): Promise<void> }> {
  const target = new URL(database);
  const folder = resolve(`.data/pooler-${process.pid}`);
  const port = await freePort(undefined);
  const user = await databaseUser();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const settings = {
    listen_addr: "127.0.0.1",
    listen_port: port,
    unix_socket_dir: "",
    auth_type: "scram-sha-256",
    auth_file: join(folder, "users.txt"),
    pool_mode: "transaction",
    default_pool_size: connections,
    max_client_conn: 200,
    logfile: join(folder, "log"),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const password = decodeURIComponent(target.password);
  const files: [string, string][] = [
    ["users.txt", `"${target.username}" "${password}"\n`],
    ["pooler.ini", `[databases]\n* = host=127.0.0.1 port=${target.port}\n[pgbouncer]\n${lines.join("\n")}\n`],
  ];
  for (const [name, text] of files) await writeFile(join(folder, name), text, { mode: 0o600 });
  if (user)
    await Promise.all(
      [folder, ...files.map(([name]) => join(folder, name))].map((place) => chown(place, user.uid, user.gid)),
    );
  const child = spawn(program ?? "pgbouncer", ["-q", join(folder, "pooler.ini")], { stdio: "ignore", ...user });
  const ended = new Promise((done) => child.once("exit", done));
  await listening(port);
  const url = new URL(database);
  url.port = String(port);
  return {
    url: url.href,
    async stop() {
      child.kill("SIGINT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => done(true));
      socket.on("error", () => done(false)).on("connect", () => socket.destroy());
    });
    if (open) return;
    await wait(50);
  }
  throw new Error("PgBouncer did not begin to listen.");
}
