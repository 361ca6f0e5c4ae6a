import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuild } from "./build.mjs";
import { playwrightFailures, playwrightFlaky, vitestFailures } from "./failures.mjs";
import { requireNode } from "./node-version.mjs";
import { ensurePackages } from "./packages.mjs";
import { ensurePooler } from "./pooler.mjs";
import { root, runPackage } from "./run.mjs";

requireNode();

const results = `${root}.data/results`;
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const flaky = [];

await ensurePackages();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await stage("Checks", async () => (await import("./verify.mjs")).verify());
await stage("Unit, database and HTTP tests", vitest);
await stage("Build", async () => ((await ensureBuild()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
await stage("Browser tests", playwright);

process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
if (failures.length > 0) console.log(`\n== Failed\n${failures.join("\n")}`);
if (flaky.length > 0) console.log(`\n== Passed only at the second try\n${flaky.join("\n")}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);

async function stage(name, work) {
  console.log(`\n== ${name}`);
  const {
    passed,
    failed,
    skipped = 0,
  } = await work().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  console.log(`== ${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}

async function vitest() {
  await ensurePooler();
  const file = `${results}/vitest.json`;
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { ok } = await runPackage("vitest/vitest.mjs", args, { env: { CI: "true" } });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const { numPassedTests, numFailedTests, numPendingTests } = report;
  failures.push(...vitestFailures(report));
  return { ...counted(ok, numPassedTests, numFailedTests), skipped: numPendingTests };
}

async function playwright() {
  if (!existsSync(`${root}.next/BUILD_ID`) || !(await ensureBrowser())) return { passed: 0, failed: 1 };
  rmSync(`${root}.data/e2e`, { recursive: true, force: true });
  const file = `${results}/playwright.json`;
  const args = ["test", "--reporter=list,json"];
  const env = { CI: "true", PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { ok } = await runPackage("@playwright/test/cli.js", args, { env });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  failures.push(...playwrightFailures(report));
  flaky.push(...playwrightFlaky(report));
  return counted(ok, report.stats.expected + report.stats.flaky, report.stats.unexpected);
}

/** A run that failed without a failed test (a file that does not load, say) counts as one failure. */
function counted(ok, passed, failed) {
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}
