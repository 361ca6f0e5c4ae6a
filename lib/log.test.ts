import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { closeNote, loggedPath, noteRequest, openNote } from "./log";

describe("the log", () => {
  it("keeps queries and codes out of paths", () => {
    expect(loggedPath("/members?search=anna&token=abc")).toBe("/members");
    expect(loggedPath("/join/8F4K-22QX")).toBe("/join/[redacted]");
    expect(loggedPath("/reset-password/abc/def?x")).toBe("/reset-password/[redacted]/def");
  });

  it("keeps keys, secrets and signed tokens out of paths, also where a cut goes through one", () => {
    const key = `key_acmesh${"R".repeat(60)}`;
    for (const secret of [
      key,
      `whsec_${"s".repeat(40)}`,
      `at_${"a".repeat(43)}`,
      `eyJ${"h".repeat(20)}.${"p".repeat(20)}.s`,
    ])
      expect(loggedPath(`/api/v1/members/${secret}?x=1`)).toBe("/api/v1/members/[masked]");
    expect(loggedPath(`/${"x".repeat(280)}/${key}`)).not.toContain("acme");
    expect(loggedPath("/api/v1/members/mem_01h2xcejqtf2nbrexx3vqjhp41")).toBe(
      "/api/v1/members/mem_01h2xcejqtf2nbrexx3vqjhp41",
    );
  });

  it("adds a note to its request only, and while that is being answered only", () => {
    noteRequest("none", { actor: "nobody" });
    const [note, other] = [openNote("one"), openNote("other")];
    noteRequest("one", { organization: "org_1" });
    expect([note, other]).toEqual([{ organization: "org_1" }, {}]);
    closeNote("one");
    noteRequest("one", { actor: "late" });
    expect(note).toEqual({ organization: "org_1" });
    closeNote("other");
  });

  it.each([
    ["by itself", "", 0],
    ["at once", "process.exit(3)", 3],
    ["by a fault", "throw new Error('gone')", 1],
  ])("has every line when the process ends %s", async (_how, end, code) => {
    const script = `import { log } from "./lib/log"; for (let at = 0; at < 100; at++) log.warn({ at }, "told"); ${end}`;
    const run = promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const { stdout, ...rest } = await run.catch((error: { code: number; stdout: string }) => error);
    expect("code" in rest ? rest.code : 0).toBe(code);
    const told = stdout.trim().split("\n");
    const order = told.map((line): number => JSON.parse(line).at).sort((one, other) => one - other); // each has its time
    expect(order).toEqual(Array.from({ length: 100 }, (_, at) => at));
  });

  it("goes out while the process lives", async () => {
    const script = `import { log } from "./lib/log"; log.warn("told"); setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const [line] = await once(child.stdout.setEncoding("utf8"), "data");
    child.kill("SIGKILL");
    expect(JSON.parse(String(line))).toMatchObject({ level: "warn", msg: "told" });
  });
});
