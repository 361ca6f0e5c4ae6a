import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { signatures, signingKey } from "./secret";
import { verificationSnippets } from "./snippets";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const body = '{"event":"order.created","data":{"note":"Grüße"}}';

type Verify = (secret: string, headers: Record<string, string>, body: string) => unknown;

function message(at = Math.floor(Date.now() / 1000), keys = [secret]) {
  const id = "whd_1";
  return {
    "webhook-id": id,
    "webhook-timestamp": String(at),
    "webhook-signature": signatures(keys.map(signingKey), { id, at, body }),
  };
}

function codeOf(language: string): string {
  return verificationSnippets.find((each) => each.language === language)?.code ?? "";
}

async function node(): Promise<Verify> {
  const { verify } = await import(`data:text/javascript,${encodeURIComponent(codeOf("javascript"))}`);
  return verify;
}

const old = () => Math.floor(Date.now() / 1000) - 301;
const other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

describe("what receivers copy to check a signature [S87]", () => {
  it("is there in five languages, each reading the three headers and comparing in constant time", () => {
    expect(verificationSnippets.map(({ language }) => language)).toEqual([
      ...["javascript", "python", "php", "ruby", "go"],
    ]);
    for (const { label, code } of verificationSnippets) {
      for (const part of ["webhook-id", "webhook-timestamp", "webhook-signature", "whsec_"])
        expect(code, label).toContain(part);
      expect(code, label).toMatch(/timingSafeEqual|compare_digest|hash_equals|secure_compare|hmac\.Equal/);
    }
  });

  it("takes ours in Node.js, also beside another secret, and nothing that is changed, old or another's", async () => {
    const verify = await node();
    expect(verify(secret, message(), body)).toEqual(JSON.parse(body));
    expect(verify(secret, message(undefined, [other, secret]), body)).toEqual(JSON.parse(body));
    expect(() => verify(secret, message(), `${body} `)).toThrow("not signed by us");
    expect(() => verify(other, message(), body)).toThrow("not signed by us");
    expect(() => verify(secret, message(old()), body)).toThrow("too old");
    expect(() => verify(secret, { ...message(), "webhook-id": "whd_2" }, body)).toThrow("not signed by us");
    expect(() => verify(secret, { ...message(), "webhook-timestamp": "" }, body)).toThrow();
  });

  it("reads headers as PHP spells them, and needs no library that Ruby may not bring along", () => {
    expect(codeOf("php")).toContain("$headers = array_change_key_case($headers);");
    expect(codeOf("php")).toContain("getallheaders()");
    expect(codeOf("ruby").match(/^require .*$/gm)).toEqual(['require "json"', 'require "openssl"']);
  });

  it.runIf(runs("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))"))("does the same in Python", () =>
    takesOurs((headers, text) =>
      output("python3", [
        "-c",
        `${codeOf("python")}
import sys
print(json.dumps(verify(sys.argv[1], json.loads(sys.argv[2]), sys.argv[3].encode())))`,
        ...[secret, JSON.stringify(headers), text],
      ]),
    ),
  );

  it.runIf(runs("php", "-r", "exit(PHP_VERSION_ID < 80000 ? 1 : 0);"))("does the same in PHP", () =>
    takesOurs((headers, text) =>
      output("php", [
        ...["-d", "display_errors=stderr", "-r"],
        `${codeOf("php").replace("<?php", "")}
echo json_encode(verify($argv[1], json_decode($argv[2], true), $argv[3]));`,
        ...["--", secret, JSON.stringify(asPhpSpells(headers)), text],
      ]),
    ),
  );

  it.runIf(runs("ruby", "-e", 'exit(RUBY_VERSION >= "2.7")'))("does the same in Ruby", () =>
    takesOurs((headers, text) =>
      output("ruby", [
        "-e",
        `${codeOf("ruby")}
puts JSON.generate(verify(ARGV[0], JSON.parse(ARGV[1]), ARGV[2]))`,
        ...[secret, JSON.stringify(headers), text],
      ]),
    ),
  );

  it.runIf(runs("go", "version"))(
    "does the same in Go",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "berth-go-"));
      const files = [join(folder, "verify.go"), join(folder, "main.go")] as const;
      await writeFile(files[0], codeOf("go").replace("package webhooks", "package main"));
      await writeFile(files[1], goMain);
      takesOurs((headers, text) => output("go", ["run", ...files, secret, JSON.stringify(headers), text]));
      await rm(folder, { recursive: true });
    },
    120_000,
  );
});

const goMain = `package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

func main() {
	given := map[string]string{}
	if err := json.Unmarshal([]byte(os.Args[2]), &given); err != nil {
		panic(err)
	}
	headers := http.Header{}
	for name, value := range given {
		headers.Set(name, value)
	}
	if err := Verify(os.Args[1], headers, []byte(os.Args[3])); err != nil {
		panic(err)
	}
	fmt.Println(os.Args[3])
}
`;

type Headers = ReturnType<typeof message>;

function takesOurs(run: (headers: Headers, text: string) => string): void {
  expect(JSON.parse(run(message(), body))).toEqual(JSON.parse(body));
  expect(JSON.parse(run(message(undefined, [other, secret]), body))).toEqual(JSON.parse(body));
  expect(() => run(message(), `${body} `)).toThrow("not signed by us");
  expect(() => run(message(old()), body)).toThrow("too old");
}

function output(command: string, given: string[]): string {
  const env = { ...process.env, PYTHONUTF8: "1", LC_ALL: "C.UTF-8" };
  return execFileSync(command, given, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env });
}

/** `getallheaders()` writes each word of a name with a capital. */
function asPhpSpells(headers: object): object {
  const capital = (name: string) => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [capital(name), value]));
}

/** Whether a language is here, in a version that the snippet is written for. */
function runs(command: string, ...given: string[]): boolean {
  try {
    execFileSync(command, given, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
