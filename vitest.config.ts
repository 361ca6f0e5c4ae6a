import { defineConfig } from "vitest/config";
import { testFiles } from "./lib/testing/test-files";

const { unit, database } = testFiles();
const shared = { setupFiles: ["lib/testing/no-console-error.ts"], testTimeout: 20_000 };

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    projects: [
      { extends: true, test: { ...shared, name: "unit", include: unit } },
      {
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: database,
          globalSetup: ["lib/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
