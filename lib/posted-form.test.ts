import { describe, expect, it } from "vitest";
import { faultOfForm, largestForm } from "./posted-form";

const boundary = "----edge";
const type = `multipart/form-data; boundary=${boundary}`;
const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const end = `--${boundary}--\r\n`;
const action = part("$ACTION_REF_1", "") + part("$ACTION_1:0", '{"id":"60aa","bound":"$@1"}');
const state = part("$ACTION_1:1", '[{"status":"idle"}]');
const fields = part("email", "ada@acme.example") + part("password", "x");

function posted(body: BodyInit, headers: Record<string, string> = {}): Request {
  const given = { "content-type": type, ...headers };
  return new Request("http://berth.localhost/sign-in", {
    method: "POST",
    headers: given,
    body,
    duplex: "half",
  } as never); // duplex is not in the types
}

const statusOf = async (body: BodyInit, headers?: Record<string, string>) =>
  (await faultOfForm(posted(body, headers)))?.status;

function drip(size: number): ReadableStream<Uint8Array> {
  let left = size;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(120));
      left -= 65_536;
    },
  });
}

describe("a form that is sent without scripts [S84]", () => {
  it("is left alone where it can be read, and so is what is no form", async () => {
    expect(await statusOf(action + state + fields + end)).toBeUndefined();
    expect(await statusOf(fields + end)).toBeUndefined();
    expect(await statusOf(part("logo", "x".repeat(2_000_000)) + end)).toBeUndefined();
    expect(await statusOf("a=b", { "content-type": "application/x-www-form-urlencoded" })).toBeUndefined();
    expect(await faultOfForm(new Request("http://berth.localhost/sign-in"))).toBeUndefined();
  });

  it.each([
    ["is announced", part("password", "x".repeat(largestForm)) + end, { "content-length": "9000000" }],
    ["is not announced", drip(largestForm + 1), {}],
    ["is of very many fields", part("a", "1").repeat(2_001) + end, {}],
  ])("is too large where it %s", async (_, body, headers) => {
    expect(await statusOf(body, headers)).toBe(413);
  });

  it.each([
    ["no form", "hello"],
    ["empty", ""],
    ["cut off", action + state + fields],
    ["of parts without names", `--${boundary}\r\n\r\nx\r\n${end}`],
    ["without its state", action + fields + end],
    ["with a state that is none", action + part("$ACTION_1:1", "[[[[") + end],
    ["with a state of very many levels", action + part("$ACTION_1:1", "[".repeat(1e5) + "]".repeat(1e5)) + end],
  ])("cannot be read where it is %s", async (_, body) => {
    expect(await statusOf(body)).toBe(400);
  });

  it("cannot be read without its boundary", async () => {
    for (const wrong of ["multipart/form-data", `multipart/form-data; boundary=${"y".repeat(300)}`])
      expect(await statusOf(action + state + fields + end, { "content-type": wrong })).toBe(400);
  });
});

describe("a form that a script sends", () => {
  const scripted = { "next-action": "60aa" };
  const text = { ...scripted, "content-type": "text/plain;charset=UTF-8" };

  it("is left alone where it can be read", async () => {
    expect(await statusOf('[{"status":"idle"},"$K1"]', text)).toBeUndefined();
    expect(await statusOf(part("1_email", "a") + part("0", '["$K1"]') + end, scripted)).toBeUndefined();
  });

  it("is refused as one without", async () => {
    for (const wrong of ["[[[", "{}", "5", ""]) expect(await statusOf(wrong, text)).toBe(400);
    expect(await statusOf("hello", scripted)).toBe(400);
    expect(await statusOf(`["${"x".repeat(largestForm)}"]`, text)).toBe(413);
  });
});
