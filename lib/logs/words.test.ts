import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { LogDetail } from "./schema";
import { asCurl } from "./words";

const call = (given: Partial<Pick<LogDetail, "method" | "query" | "headers">> & { body?: string }) =>
  asCurl(
    {
      method: "POST",
      query: "",
      headers: {},
      ...given,
      request: { text: given.body ?? null, bytes: 0 },
    } as LogDetail, // what the command is made of
    "https://acme.berth.example/api/v1/orders",
  );

/** The words that a shell hands to curl. */
const words = (command: string) =>
  execFileSync("sh", ["-c", command.replace(/^curl/, "printf '%s\\0'")], { encoding: "utf8" })
    .split("\0")
    .slice(0, -1);

describe("a call as cURL", () => {
  it("goes through a shell as it is, whatever its body holds", () => {
    const body = JSON.stringify({ name: 'O\'Hara $(id) `id` "$HOME" \\', note: "a\nb" });
    const command = call({
      query: "filter[a]={1,2}&q=it's",
      headers: { "idempotency-key": "x'y", accept: "*/*" },
      body,
    });
    expect(words(command)).toEqual([
      ...["-g", "-X", "POST", "https://acme.berth.example/api/v1/orders?filter[a]={1,2}&q=it's"],
      ...["-H", "Authorization: Token YOUR_KEY", "-H", "idempotency-key: x'y"],
      ...["-H", "Content-Type: application/json", "--data-raw", body],
    ]);
  });

  it("reads no file of whoever runs it, and waits for no body of a HEAD", () => {
    expect(words(call({ body: "@/etc/passwd" }))).toContain("--data-raw");
    expect(words(call({ body: "@/etc/passwd" }))).not.toContain("-d");
    expect(words(call({ method: "HEAD" }))).toEqual(expect.arrayContaining(["-g", "-I"]));
    expect(words(call({ body: '"[binary, 12 bytes]"' }))).not.toContain("--data-raw");
  });
});
