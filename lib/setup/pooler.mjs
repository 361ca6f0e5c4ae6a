import { existsSync } from "node:fs";
import { run, withProgress } from "./run.mjs";

const program = "/usr/sbin/pgbouncer";

/** PgBouncer for the test that goes through it: from Debian's packages where they may be installed. Else that test is skipped. */
export async function ensurePooler() {
  if (existsSync(program) || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const install = () =>
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "pgbouncer"], {
      quiet: true,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
  await withProgress("Getting PgBouncer from the system's packages", async () => {
    const { ok } = await install();
    if (ok) return { ok };
    await run("apt-get", ["update", "-q"], { quiet: true });
    return install();
  });
}
