import { existsSync } from "node:fs";
import { run, runPackage, withProgress } from "./run.mjs";

const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that tests drive: the system's where there is one, else Playwright's own. Undefined where neither is. */
export async function ensureBrowser() {
  if (installed()) return true;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return true;
  const own = await withProgress("Getting a browser", () =>
    runPackage("@playwright/test/cli.js", ["install", "chromium"], { quiet: true }),
  );
  if (own.ok && existsSync(chromium.executablePath())) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await withProgress("Getting a browser from the system's packages", async () => {
      await run("apt-get", ["update", "-q"], { quiet: true });
      return run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
        quiet: true,
        env: { DEBIAN_FRONTEND: "noninteractive" },
      });
    });
    if (installed()) return true;
  }
  console.error(
    "There is no browser for the browser tests: install Chromium, or let npx playwright install chromium reach its server.",
  );
  return false;
}

function installed() {
  return system.some((path) => existsSync(path));
}
