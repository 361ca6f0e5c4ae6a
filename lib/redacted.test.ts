import { once } from "node:events";
import { PassThrough } from "node:stream";
import pino from "pino";
import { expect, it } from "vitest";
import { logOptions } from "./log";

/** What a line of the log says. */
async function lineOf(write: (log: pino.Logger) => void): Promise<Record<string, unknown>> {
  const lines = new PassThrough();
  write(pino({ ...logOptions, level: "info" }, lines));
  const [line] = await once(lines, "data");
  return JSON.parse(String(line));
}

it("shows nothing that stands under the name of a secret, however deep and however spelled", async () => {
  const line = await lineOf((log) =>
    log.info({
      password: "s3cret-1",
      headers: { Authorization: "s3cret-2", "Set-Cookie": ["s3cret-3"], host: "acme" },
      sent: [{ body: { newPassword: "s3cret-4", label: "kept" } }],
      token: null,
    }),
  );
  expect(JSON.stringify(line)).not.toContain("s3cret");
  expect(line).toMatchObject({
    password: "[redacted]",
    headers: { Authorization: "[redacted]", "Set-Cookie": "[redacted]", host: "acme" },
    sent: [{ body: { newPassword: "[redacted]", label: "kept" } }],
    token: null,
  });
});

it("tells a fault whole, its code too, and none of the secrets that it carries", async () => {
  const cause = new Error("the cause");
  const error = Object.assign(new TypeError("it broke", { cause }), { code: "23505", secret: "s3cret-1" });
  const line = await lineOf((log) => log.error({ err: error, request: "r1" }, "failed"));
  expect(line).toMatchObject({
    level: "error",
    msg: "failed",
    request: "r1",
    err: { type: "TypeError", message: "it broke: the cause", code: "23505", secret: "[redacted]" },
  });
  expect((line.err as { stack: string }).stack).toContain("redacted.test.ts");
  const ofPerson = Object.assign(new Error("wrong"), { code: "8F4K22QX" });
  expect(await lineOf((log) => log.error({ err: ofPerson }))).toMatchObject({ err: { code: "[redacted]" } });
  expect(await lineOf((log) => log.child({ process: "worker" }).error(error))).toMatchObject({
    process: "worker",
    msg: "it broke",
    err: { type: "TypeError", secret: "[redacted]" },
  });
});

it("leaves what is written out by itself, and ends where a value holds itself", async () => {
  const round: Record<string, unknown> = { name: "round" };
  round.self = round;
  const at = new Date("2026-01-02T03:04:05Z");
  const line = await lineOf((log) => log.info({ at, url: new URL("https://acme.example/x"), round }));
  expect(line).toMatchObject({ at: "2026-01-02T03:04:05.000Z", url: "https://acme.example/x" });
  expect(line.round).toMatchObject({ name: "round" });
});
