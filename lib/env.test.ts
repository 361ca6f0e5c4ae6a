import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "./env";
import { variables } from "./env-variables";

const faultsOf = (source: Record<string, string>): string[] => {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.faults;
    throw error;
  }
  return [];
};

describe("parseEnv", () => {
  it("works with nothing set", () => {
    const { base } = parseEnv({});
    expect(base.rootUrl.href).toBe("http://berth.localhost:3000/");
    expect(base).toMatchObject({ port: 3000, mailbox: true, loopback: true, embedded: true, production: false });
  });

  it("takes an empty variable for an absent one", () => {
    expect(parseEnv({ PORT: "", ROOT_URL: "", DATABASE_URL: "" }).base.port).toBe(3000);
  });

  it("names every fault at once", () => {
    const faults = faultsOf({ PORT: "many", DATABASE_URL: "mysql://x", WORKER: "maybe" });
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["PORT", "DATABASE_URL", "WORKER"]);
  });

  it("names beside what one variable says wrongly what the others say wrongly together", () => {
    const faults = faultsOf({
      ...{ PORT: "many", WORKER: "maybe", LOG_LEVEL: "loud", MAIL_FROM: "nobody", TRUSTED_PROXIES: "the office" },
      ...{ EGRESS_ALLOW: "10.0.0.0/999", NODE_ENV: "production", ROOT_URL: "https://berth.example/path" },
      ...{ MAILBOX: "on", DATABASE_URL: "postgres://a@db/berth", DATABASE_AUTH_URL: "mysql://x" },
    });
    expect(faults.map((fault) => fault.split(/[= ]/)[0]).sort()).toEqual(
      ["BERTH_SECRET", "DATABASE_AUTH_URL", "DATABASE_WORKER_URL", "EGRESS_ALLOW", "LOG_LEVEL", "MAILBOX"].concat([
        ...["MAIL_FROM", "PORT", "ROOT_URL", "TRUSTED_PROXIES", "WORKER"],
      ]),
    );
    expect(faults.filter((fault) => / (This|must be a network)/.test(fault))).toEqual([]);
  });

  it("takes senders with and without a name, and networks of both kinds", () => {
    for (const MAIL_FROM of ["a@example.com", "Berth <a@example.com>", '"Berth, Ltd." <a@example.com>'])
      expect(parseEnv({ MAIL_FROM }).base.mailFrom).toBe(MAIL_FROM);
    expect(faultsOf({ EGRESS_ALLOW: "10.0.0.0/8 ::1/128, fd00::/8" })).toEqual([]);
    for (const EGRESS_ALLOW of ["10.0.0.0/33", "::1/129", "10.0.0.0/8/8", "10.0.0.0/", "localhost"])
      expect(faultsOf({ EGRESS_ALLOW }), EGRESS_ALLOW).toHaveLength(1);
  });

  it("refuses plain http, a mailbox and a missing secret where others can reach the server", () => {
    expect(faultsOf({ ROOT_URL: "http://berth.example" })[0]).toContain("must be https");
    const faults = faultsOf({ NODE_ENV: "production", ROOT_URL: "https://berth.example", MAILBOX: "on" });
    expect(faults.map((fault) => fault.split(/[= ]/)[0])).toEqual(["MAILBOX", "BERTH_SECRET"]);
  });

  it("asks for each login's own address", () => {
    expect(faultsOf({ DATABASE_URL: "postgres://berth_app@db/berth" })).toHaveLength(2);
  });

  it("splits the trusted proxies", () => {
    expect(parseEnv({ TRUSTED_PROXIES: "10.0.0.0/8, ::1" }).base.trustedProxies).toEqual(["10.0.0.0/8", "::1"]);
  });

  it("takes what others can reach for production, also where nobody said so, as of a command or the worker", () => {
    const ROOT_URL = "https://berth.example";
    const BERTH_SECRET = "s".repeat(32);
    expect(parseEnv({ ROOT_URL, BERTH_SECRET }).base).toMatchObject({
      ...{ production: true, mailbox: false, secondFactor: "powerful" },
    });
    expect(faultsOf({ ROOT_URL })[0]).toContain("BERTH_SECRET is missing");
    expect(parseEnv({ ROOT_URL, NODE_ENV: "development" }).base).toMatchObject({
      ...{ production: false, mailbox: true, secondFactor: "nobody" },
    });
  });

  it("asks for a port that there is", () => {
    for (const PORT of ["0", "65536", "80.5", "0x50", "3e3", "-1"])
      expect(faultsOf({ PORT }), PORT).toEqual(["PORT must be a whole number from 1 to 65535."]);
    expect(parseEnv({ PORT: "65535" }).base.port).toBe(65_535);
  });

  it("asks for the bare address that people's browsers ask for", () => {
    const addresses = ["https://:word@berth.example", "https://berth.example?a=1", "https://berth.example/x"];
    for (const ROOT_URL of addresses) expect(faultsOf({ ROOT_URL, BERTH_SECRET: "s".repeat(32) })).toHaveLength(1);
    expect(faultsOf({ ROOT_URL: "https://berth.example.", BERTH_SECRET: "s".repeat(32) })[0]).toContain("dot");
  });

  it("says what a word may be, in words", () => {
    expect(faultsOf({ MAILBOX: "yes" })).toEqual(["MAILBOX must be on or off."]);
    expect(faultsOf({ SECOND_FACTOR: "all" })).toEqual(["SECOND_FACTOR must be nobody, powerful or everybody."]);
  });

  it("lets no address of a login go unheard for the embedded database", () => {
    const address = "postgres://a:b@db/berth";
    for (const name of ["AUTH", "WORKER", "OWNER", "DIRECT"])
      expect(faultsOf({ [`DATABASE_${name}_URL`]: address })[0]).toContain(`without it DATABASE_${name}_URL`);
  });

  it("asks for a sender and a closed way where mail leaves the machine", () => {
    const out = { ROOT_URL: "https://berth.example", BERTH_SECRET: "s".repeat(32), RESEND_API_KEY: "re_x" };
    expect(faultsOf(out)[0]).toContain("MAIL_FROM is missing");
    expect(faultsOf({ ...out, MAIL_FROM: "a@berth.example" })).toEqual([]);
    const plain = { ...out, MAIL_FROM: "a@berth.example", RESEND_BASE_URL: "http://mail.example" };
    expect(faultsOf(plain)[0]).toContain("RESEND_BASE_URL must be https");
    expect(faultsOf({ RESEND_API_KEY: "re_x", RESEND_BASE_URL: "http://127.0.0.1:1" })).toEqual([]);
    for (const MAIL_FROM of ["A, B <a@b.example>", "A\nBcc: x <a@b.example>", "a@b.example,c@d.example"])
      expect(faultsOf({ MAIL_FROM }), MAIL_FROM).toHaveLength(1);
  });

  it("takes no secret of blanks, no token that no header carries, no network that no address meets", () => {
    expect(faultsOf({ BERTH_SECRET: " ".repeat(40) })).toHaveLength(1);
    expect(faultsOf({ BERTH_SECRET: `${"s".repeat(31)} ` })).toHaveLength(1);
    expect(faultsOf({ METRICS_TOKEN: "a token with blanks" })).toHaveLength(1);
    for (const network of ["::ffff:10.0.0.0/104", "::1%eth0", "10.0.0.0/08"]) {
      expect(faultsOf({ EGRESS_ALLOW: network }), network).toHaveLength(1);
      expect(faultsOf({ TRUSTED_PROXIES: network }), network).toHaveLength(1);
    }
  });
});

describe("the README's table of variables", () => {
  const rows = [...readFileSync("README.md", "utf8").matchAll(/^\| (`[A-Z][^|]*)\|([^|]*)\|/gm)].map(
    ([, names = "", preset = ""]) => ({
      names: [...names.matchAll(/`([A-Z][A-Z0-9_]*)`/g)].map(([, name = ""]) => name),
      preset: /^`([^`]*)`$/.exec(preset.trim())?.[1],
    }),
  );

  it("names each variable once, and none besides", () => {
    const told = rows.flatMap(({ names }) => names);
    expect(told.sort()).toEqual(
      Object.keys(variables.shape)
        .filter((name) => name !== "NODE_ENV")
        .sort(),
    );
  });

  it("says what each is where nothing is set", () => {
    const presets = Object.entries(variables.parse({})).map(([name, value]) => [name, String(value)] as const);
    for (const [name, value] of presets.filter(([, value]) => value !== "" && value !== "undefined"))
      expect(`${name} ${rows.find(({ names }) => names.includes(name))?.preset}`).toBe(`${name} ${value}`);
  });
});
