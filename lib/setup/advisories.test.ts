import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** The checks run before TypeScript is there, so they are plain modules: asked here as their callers do. */
function faults(packages: Record<string, { version: string }>): string[] {
  const script = `import { advisoryFaults } from "./lib/setup/advisories.mjs";
    console.log(JSON.stringify(advisoryFaults(${JSON.stringify({ packages })})));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }));
}

describe("known-bad dependencies", () => {
  it("names one below its line's floor, wherever it lies, with the reason", () => {
    const found = faults({
      "node_modules/next": { version: "16.4.5" },
      "node_modules/a/node_modules/ws": { version: "8.17.0" },
      "node_modules/esbuild": { version: "0.24.9" },
    });
    expect(found.map((sentence) => sentence.split(" is ")[0])).toEqual([
      "node_modules/next",
      "node_modules/a/node_modules/ws",
      "node_modules/esbuild",
    ]);
    expect(found[0]).toContain("CVE-2025-29927");
  });

  it("compares within the line, and takes newer lines", () => {
    expect(
      faults({
        "node_modules/ws": { version: "7.5.10" },
        "node_modules/b/node_modules/ws": { version: "9.0.0" },
        "node_modules/sharp": { version: "0.35.0" },
        "node_modules/next": { version: "16.10.0" },
        "node_modules/unheard-of": { version: "0.0.1" },
      }),
    ).toEqual([]);
  });
});
