import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3190);
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // Whether a failure comes again tells a fault from a flaw of timing; the run names both.
  retries: process.env.CI ? 1 : 0,
  // Only what hangs waits so long: two browsers beside a server are slow where cores are few.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://berth.localhost:${port}`,
    // Recording is a fifth of a browser's work: where a failed test is tried again, that try alone is recorded.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: [...quiet, ...sandbox] },
  },
  webServer: {
    command: "node --import tsx lib/server/main.ts",
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: ".data/e2e",
      MAILBOX: "on",
      LOG_LEVEL: "warn",
      EGRESS_ALLOW: "127.0.0.1",
      OIDC_ISSUER: `http://127.0.0.1:${port + 5}`,
      OIDC_CLIENT_ID: "berth-under-test",
      OIDC_CLIENT_SECRET: "a secret between two servers",
      OIDC_NAME: "Lighthouse",
      METRICS_TOKEN: "a-token-for-the-browser-tests",
      DATABASE_URL: "",
      ROOT_URL: "",
    },
  },
});
