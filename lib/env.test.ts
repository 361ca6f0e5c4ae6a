import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "./env";

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
});
