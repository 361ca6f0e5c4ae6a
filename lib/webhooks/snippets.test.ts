import { execFileSync } from "node:child_process";
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

  it.runIf(hasPython())("does the same in Python", () => {
    const run = (headers: object, text: string) =>
      execFileSync(
        "python3",
        [
          "-c",
          `${codeOf("python")}
import sys
print(json.dumps(verify(sys.argv[1], json.loads(sys.argv[2]), sys.argv[3].encode())))`,
          ...[secret, JSON.stringify(headers), text],
        ],
        { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, PYTHONUTF8: "1" } },
      );
    expect(JSON.parse(run(message(), body))).toEqual(JSON.parse(body));
    expect(() => run(message(), `${body} `)).toThrow("not signed by us");
    expect(() => run(message(old()), body)).toThrow("too old");
  });
});

function hasPython(): boolean {
  try {
    const version = execFileSync("python3", ["-c", "import sys; print(sys.version_info >= (3, 9))"]);
    return version.toString().trim() === "True";
  } catch {
    return false;
  }
}
