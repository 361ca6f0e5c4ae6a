import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const places = ["app", "components", "db", "lib", "bench", "sdk", "middleware.test.ts"];
const usesDatabase = /from\s+"(@\/lib\/testing|\.\.?\/(\.\.\/)*testing)\/|from\s+"\.\/(database|factories)"/;

const { unit, database } = testFiles();
// Only what hangs waits so long: a machine may be ten times slower than another, or at times.
const shared = { setupFiles: ["lib/testing/no-console-error.ts"], testTimeout: 120_000, hookTimeout: 60_000 };

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    // The default is one fewer: on two cores all files in one line, each waiting for its database in turn.
    maxWorkers: process.env.BERTH_TEST_DATABASE ? 1 : Math.min(availableParallelism(), 4),
    // Dropping the databases of all files.
    teardownTimeout: 300_000,
    projects: [
      { extends: true, test: { ...shared, name: "unit", include: unit } },
      {
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: database,
          globalSetup: ["lib/testing/global-setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

/** Test files by what they need: those that import from lib/testing get a database. */
function testFiles(): { unit: string[]; database: string[] } {
  const files = places.flatMap(testsIn);
  const needing = new Set(files.filter((file) => usesDatabase.test(readFileSync(file, "utf8"))));
  return { unit: files.filter((file) => !needing.has(file)), database: [...needing] };
}

function testsIn(place: string): string[] {
  if (/\.test\.tsx?$/.test(place)) return exists(place) ? [place] : [];
  try {
    return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
      const path = join(place, entry.name);
      return entry.isDirectory() ? testsIn(path) : /\.test\.tsx?$/.test(entry.name) ? [path] : [];
    });
  } catch {
    return [];
  }
}

function exists(file: string): boolean {
  return readdirSync(".").includes(file) || file.includes("/");
}
