import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { asCurl, curlNotes } from "./curl-words";
import { cutMark, masked } from "./mask";
import type { LogDetail } from "./schema";

type Given = Partial<Pick<LogDetail, "method" | "query" | "headers">> & { body?: string | null; bytes?: number };

const made = ({ body = null, bytes = body?.length ?? 0, ...given }: Given) =>
  ({ method: "POST", query: "", headers: {}, ...given, request: { text: body, bytes } }) as LogDetail; // what is read of it

const call = (given: Given) => asCurl(made(given), "https://acme.berth.example/api/v1/orders");

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

  it("sends no body that the log holds in part, and says where the whole of it goes", () => {
    const body = `{"name":"${"y".repeat(40)}${cutMark}`;
    expect(words(call({ body }))).toEqual(expect.arrayContaining(["--data-binary", "@body.json"]));
    expect(call({ body })).not.toContain("yyy");
    expect(curlNotes(made({ body }))).toEqual([expect.stringContaining("body.json")]);
    expect(curlNotes(made({ body: `{"name":"A ${cutMark} in a name"}` }))).toEqual([]);
    for (const unseen of [null, '"[no JSON object]"'])
      expect(curlNotes(made({ body: unseen, bytes: 12 }))).toEqual([expect.stringContaining("left out")]);
    expect(curlNotes(made({ method: "GET" }))).toEqual([]);
  });

  it("says where the log holds a query in part", () => {
    expect(curlNotes(made({ query: `id=${"y".repeat(1997)}` }))).toEqual([expect.stringContaining("query")]);
    expect(curlNotes(made({ query: `id=${"y".repeat(1996)}` }))).toEqual([]);
  });

  it("says which values are to be filled in, wherever they stand", () => {
    const notes = [expect.stringContaining(masked)];
    expect(curlNotes(made({ body: `{"password":"${masked}"}` }))).toEqual(notes);
    expect(curlNotes(made({ query: new URLSearchParams({ token: masked }).toString() }))).toEqual(notes);
    expect(curlNotes(made({ headers: { "idempotency-key": masked } }))).toEqual(notes);
    expect(curlNotes(made({ headers: { authorization: `Token ${masked}` }, body: "{}" }))).toEqual([]);
    expect(curlNotes(made({ body: `{"password":"${masked}","name":"yy${cutMark}` }))).toHaveLength(1);
  });
});
