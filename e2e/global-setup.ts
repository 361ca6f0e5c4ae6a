import { execFileSync } from "node:child_process";

/** The server under test is up by now; its database gets the demo world that the pages are looked at in. */
export default function seed(): void {
  execFileSync(process.execPath, ["--import", "tsx", "lib/cli/main.ts", "seed", "--demo"], {
    env: {
      ...process.env,
      DATA_DIR: ".data/e2e",
      PORT: process.env.E2E_PORT ?? "3190",
      DATABASE_URL: "",
      ROOT_URL: "",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
