import { execFileSync } from "node:child_process";
import { startOpenId } from "@/lib/testing/openid-server";

const port = process.env.E2E_PORT ?? "3190";

/**
 * The server under test is up by now; its database gets the demo world that the pages are looked at in, and the provider
 * that people may sign in at stands beside it.
 */
export default async function prepare(): Promise<() => Promise<void>> {
  const provider = await startOpenId(Number(port) + 5);
  execFileSync(process.execPath, ["--import", "tsx", "lib/cli/main.ts", "seed", "--demo"], {
    env: {
      ...process.env,
      DATA_DIR: ".data/e2e",
      PORT: port,
      DATABASE_URL: "",
      ROOT_URL: "",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return provider.stop;
}
