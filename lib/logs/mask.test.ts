import { describe, expect, it } from "vitest";
import { loggedDocument } from "@/lib/graphql/logged";
import { newApiKey, newServerKey } from "@/lib/keys/key-format";
import { resources } from "@/lib/resources";
import { isSecretName, longest, masked, maskedAnswer, maskedJson, maskText } from "./mask";

const canary = "canary-of-a-secret";

describe("a logged body [S73]", () => {
  it.each([
    "password",
    "new_password",
    "newPassword",
    "secret",
    "client_secret",
    "token",
    "access_token",
    "factor_code",
    "authorization",
    "credentials",
    "api_key",
    "recovery_codes",
  ])("has no value of %s, whatever it is", (name) => {
    for (const value of [canary, [canary], { a: { b: canary } }, [[{ [canary]: 1 }]]]) {
      expect(maskedJson({ a: [{ [name]: value }] })).not.toContain(canary);
      const answer = maskedAnswer(JSON.stringify({ a: [{ [name]: value, b: 1 }] }), { names: new Set(), free: true });
      expect(JSON.parse(answer)).toEqual({ a: [{ [name]: masked, b: 1 }] });
    }
    expect(maskedJson({ [name]: 123456 })).not.toContain("123456");
  });

  it.each(["db password", "password (old)", 'a "token"', "Пароль/password", "back\\slash secret"])(
    "has no value of a name with other letters in it: %s",
    (name) => {
      const body = { ":": "x", list: [{ [name]: [[canary], { a: "]" }, canary], n: { [name]: -1.5e-7, t: true } }] };
      const told = maskedAnswer(JSON.stringify(body), { names: new Set(), free: true });
      expect(told).toBe(maskedJson(body));
      expect(told).not.toContain(canary);
    },
  );

  it("has nothing of a secret that the cut goes through", () => {
    const answer = JSON.stringify({ text: "x".repeat(longest - 60), secrets: [{ a: canary.repeat(100) }] });
    expect(maskedAnswer(answer, { names: new Set(), free: true })).not.toContain(canary);
  });

  it("is read once, however many beginnings of a secret stand in it [S84]", () => {
    const beginnings = "eyJ-".repeat(50_000);
    expect(maskText(beginnings)).toBe(beginnings);
    expect(maskedJson({ [beginnings]: beginnings }).length).toBeLessThanOrEqual(longest);
    expect(maskText(`see eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmVk-_ and x-eyJhbGciOiJI.eyJzdWIiOiIx.c2ln`)).toBe(
      "see [masked] and [masked]",
    );
  });

  it("has no secret by its form, wherever it stands", () => {
    const secrets = [
      newApiKey("acme"),
      newApiKey("acme", "test"),
      newServerKey(),
      "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
      "at_Zk3vJ5vQ8n7uYx2mP4rT6wK9cB1dF0gH",
      "Bearer abcdefghijklmnop",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLW9mLXRoaXM",
      "https://berth.example/join/abcdefghijklmnopqrstuvwxyz123456",
    ];
    for (const secret of secrets) {
      const core = secret.slice(-14);
      expect(maskText(`before ${secret} after`)).not.toContain(core);
      expect(maskedJson({ note: `x ${secret} y`, [secret]: 1 })).not.toContain(core);
      const beside = ["\n", "\t", "\r\n", "\u000b", "\\"].map((before) => `Ours:${before}${secret}`);
      expect(maskText(`{ note(text: ${JSON.stringify(beside)}) }`)).not.toContain(core);
      const answer = JSON.stringify({ note: `quote " ${secret}`, list: [secret], beside });
      expect(maskedAnswer(answer, { names: new Set(), free: false })).not.toContain(core);
    }
  });

  it("has no half of a secret where it is cut", () => {
    const secret = newApiKey("acme");
    for (const before of [longest - 30, longest - 60, longest - 5]) {
      const answer = JSON.stringify({ text: "x".repeat(before), secret });
      expect(maskedAnswer(answer, { names: new Set(["secret"]), free: true })).not.toContain(secret.slice(4, 20));
    }
  });

  it("keeps everything else as it was, and stays short", () => {
    const body = { name: 'Ann "quoted" \\ back', ids: ["mem_01h2xcejqtf2nbrexx3vqjhp41"], n: 1.5, t: true, z: null };
    expect(JSON.parse(maskedJson(body))).toEqual(body);
    expect(maskedAnswer(JSON.stringify(body), { names: new Set(), free: true })).toBe(JSON.stringify(body));
    expect(maskedJson({ list: Array.from({ length: 100_000 }, () => "word") }).length).toBeLessThanOrEqual(longest);
    let deep: unknown = 1;
    for (let at = 0; at < 5000; at += 1) deep = { deep };
    expect(maskedJson(deep)).toContain("[deep]");
  });

  it("masks every field of a record that is sealed", () => {
    const sealed = resources.flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([name, { kind }]) => (kind === "secret" ? [name] : [])),
    );
    expect(sealed.length).toBeGreaterThan(0);
    expect(sealed.filter((name) => !isSecretName(name))).toEqual([]);
  });
});

describe("a logged document [S73]", () => {
  it.each([
    [`mutation { create_api_key(input: {label: "x", password: "${canary}"}) { api_key { key } } }`, {}],
    [`mutation ($p: String!) { create_api_key(input: {label: "x", password: $p}) { api_key { key } } }`, { p: canary }],
    [`mutation ($p: String = "${canary}") { a(password: $p) { id } }`, {}],
    [`mutation ($data: X!) { a(input: $data) { id } }`, { data: { label: "x", password: canary } }],
    [`mutation { a(secrets: ["${canary}", {deep: "${canary}"}]) { id } }`, {}],
    [`mutation { a(input: {token: """${canary}"""}) { id } } # ${canary}`, {}],
    [`mutation { a(password: "${canary}" `, {}],
  ])("has no secret, written out or as a variable: %s", (query, variables) => {
    const { document, names } = loggedDocument(query, variables);
    expect(maskedJson(document, names)).not.toContain(canary);
  });

  it("masks what its answer holds under another name", () => {
    const { names } = loggedDocument('mutation { create_api_key(input: {label: "x"}) { api_key { mine: key } } }', {});
    const told = JSON.stringify({ data: { create_api_key: { api_key: { mine: canary } } } });
    expect(maskedAnswer(told, { names, free: true })).not.toContain(canary);
  });
});
