import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { ask, freePort } from "./two-servers";

export type Installation = Awaited<ReturnType<typeof ownInstallation>>;

/** A server with a database of its own, empty at first, for what changes every page of an installation. */
export async function ownInstallation() {
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), "berth-e2e-"))];
  chmodSync(folder, 0o755); // PostgreSQL may run as another user of the system
  const host = `berth.localhost:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "lib/server/main.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: folder,
      MAILBOX: "on",
      LOG_LEVEL: "error",
      ROOT_URL: "",
      DATABASE_URL: "",
    },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 720 && child.exitCode === null; tries += 1) {
    const ready = await ask({ port, host, path: "/readyz" }).catch(() => undefined);
    if (ready?.status === 200) return { url: `http://${host}`, mailTo: mailTo(port, host), makeSuperAdmin, stop };
    await wait(250);
  }
  await stop();
  throw new Error("The installation did not come up.");

  async function makeSuperAdmin(email: string): Promise<void> {
    const { superuser } = JSON.parse(readFileSync(join(folder, "database.json"), "utf8")) as { superuser: string };
    const sql = postgres(superuser, { max: 1, connection: { role: "berth_guard" } });
    await sql`insert into guard.super_admins (user_id) select id from public.users where email = ${email}`;
    await sql.end();
  }
}

/** The first link of the newest mail to an address, once it is there. */
function mailTo(port: number, host: string) {
  return async (email: string): Promise<string> => {
    for (let tries = 0; tries < 120; tries += 1) {
      const path = `/dev/mailbox.json?to=${encodeURIComponent(email)}`;
      const { status, body } = await ask({ port, host, path });
      const [mail] = status === 200 ? (JSON.parse(body) as { links: string[] }[]) : [];
      if (mail) return mail.links.find((link) => link.includes("/verify")) ?? "";
      await wait(250);
    }
    throw new Error(`no mail to ${email}`);
  };
}
