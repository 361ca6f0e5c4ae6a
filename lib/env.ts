import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Raw, variables } from "./env-variables";
import type { levels } from "./log";
import { type ProviderEnv, providerFaults, providersOf } from "./provider-env";

export type DatabaseEnv = {
  app: string;
  auth: string;
  worker: string;
  owner: string | undefined;
  /** Past a pooler, for LISTEN. */
  direct: string | undefined;
  namedStatements: boolean;
};

/** A bucket for files, in place of DATA_DIR/files. */
export type S3Env = {
  bucket: string;
  region: string;
  /** Of a service other than Amazon's. */
  endpoint: URL | undefined;
  /** Without them the machine's own role is used. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
};

export type BaseEnv = {
  port: number;
  rootUrl: URL;
  /** The server listens on loopback only, which is so whenever ROOT_URL is a `localhost` name. */
  loopback: boolean;
  secret: string;
  dataDir: string;
  /** No DATABASE_URL is set: the server starts and owns a PostgreSQL under `dataDir`. */
  embedded: boolean;
  resendApiKey: string | undefined;
  resendBaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  mailbox: boolean;
  trustedProxies: string[];
  /** Networks beside the public internet that webhooks may reach, with plain http too: `10.0.0.0/8, ::1`. */
  egressAllowed: string;
  worker: "inline" | "off";
  logLevel: (typeof levels)[number];
  metricsToken: string | undefined;
  /** Of whom organizations that chose nothing want a second factor; of super admins unless it is nobody. */
  secondFactor: "nobody" | "powerful" | "everybody";
  production: boolean;
  checkpointDir: string;
  s3: S3Env | undefined;
  /** Other places where people may sign in, in the order of their buttons. */
  providers: ProviderEnv[];
};

export type Env = BaseEnv & { database: DatabaseEnv };

/** Every fault of the environment, one sentence each. */
export class EnvError extends Error {
  constructor(readonly faults: string[]) {
    super(
      `The environment has ${faults.length === 1 ? "a fault" : "faults"}:\n${faults.map((f) => `- ${f}`).join("\n")}`,
    );
    this.name = "EnvError";
  }
}

type Source = Record<string, string | undefined>;

/** Parses an environment without touching the disk. Throws `EnvError` with every fault. */
export function parseEnv(source: Source): { base: Omit<BaseEnv, "secret">; raw: Raw } {
  const parsed = variables.safeParse(source);
  if (!parsed.success) throw new EnvError(allFaults(source, parsed.error.issues));
  const raw = parsed.data;
  const given = together(raw);
  const faults = crossFaults(given);
  if (faults.length > 0) throw new EnvError(faults);
  const { rootUrl, loopback, production, mailbox } = given;
  const dataDir = resolve(raw.DATA_DIR);
  const base = {
    port: raw.PORT,
    rootUrl,
    loopback,
    dataDir,
    embedded: raw.DATABASE_URL === undefined,
    resendApiKey: raw.RESEND_API_KEY,
    resendBaseUrl: raw.RESEND_BASE_URL,
    smtpUrl: raw.SMTP_URL,
    mailFrom: raw.MAIL_FROM ?? "Berth <berth@berth.localhost>",
    mailbox,
    trustedProxies: raw.TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean),
    egressAllowed: raw.EGRESS_ALLOW,
    worker: raw.WORKER,
    logLevel: raw.LOG_LEVEL,
    metricsToken: raw.METRICS_TOKEN,
    secondFactor: raw.SECOND_FACTOR ?? (production && !loopback ? ("powerful" as const) : ("nobody" as const)),
    production,
    checkpointDir: raw.CHECKPOINT_DIR ? resolve(raw.CHECKPOINT_DIR) : join(dataDir, "checkpoints"),
    s3: s3Env(raw),
    providers: providersOf(raw),
  };
  return { base, raw };
}

/** What each variable says wrongly, and what the others say wrongly together. */
function allFaults(source: Source, issues: z.core.$ZodIssue[]): string[] {
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  const single = issues.map(({ path, message }) => `${path.join(".")} ${sentence(message.replace(/^This /, ""))}`);
  const others = variables.safeParse(Object.fromEntries(Object.entries(source).filter(([name]) => !wrong.has(name))));
  const cross = others.success ? crossFaults(together(others.data)) : [];
  return [...single, ...cross.filter((fault) => !wrong.has(/^\w+/.exec(fault)?.[0] ?? ""))];
}

type Together = { raw: Raw; rootUrl: URL; loopback: boolean; production: boolean; mailbox: boolean };

function together(raw: Raw): Together {
  const rootUrl = new URL(raw.ROOT_URL ?? `http://berth.localhost:${raw.PORT}`);
  const loopback = rootUrl.hostname === "localhost" || rootUrl.hostname.endsWith(".localhost");
  // Also of the commands and the worker, which nobody starts with NODE_ENV: what others can reach is no rehearsal.
  const production = raw.NODE_ENV === "production" || (!raw.NODE_ENV && !loopback);
  const mailbox = raw.MAILBOX === undefined ? !production : raw.MAILBOX === "on";
  return { raw, rootUrl, loopback, production, mailbox };
}

function s3Env(raw: Raw): S3Env | undefined {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = raw;
  if (!bucket) return undefined;
  return {
    bucket,
    region: raw.S3_REGION,
    endpoint: raw.S3_ENDPOINT ? new URL(raw.S3_ENDPOINT) : undefined,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}

const beside = ["DATABASE_AUTH_URL", "DATABASE_WORKER_URL", "DATABASE_OWNER_URL", "DATABASE_DIRECT_URL"] as const;

function crossFaults({ raw, rootUrl, loopback, production, mailbox }: Together): string[] {
  const faults: string[] = [];
  if (rootUrl.protocol === "http:" && !loopback)
    faults.push("ROOT_URL must be https: browsers keep the session cookie on plain http only for localhost names.");
  if (rootUrl.pathname !== "/" || rootUrl.search || rootUrl.hash || rootUrl.username || rootUrl.password)
    faults.push("ROOT_URL must be a bare address without a path, such as https://berth.example.com.");
  if (/^[\d.]+$|^\[/.test(rootUrl.hostname))
    faults.push("ROOT_URL must be a name, not an IP address: organizations live on names below it.");
  if (rootUrl.hostname.endsWith("."))
    faults.push("ROOT_URL must be a name without a dot at its end: browsers and clients ask for it without.");
  if (production && mailbox && !loopback)
    faults.push("MAILBOX=on shows everybody's mail: in production it works only where ROOT_URL is a localhost name.");
  if (production && !loopback && !raw.BERTH_SECRET)
    faults.push(
      "BERTH_SECRET is missing: set at least 32 random characters, for example from openssl rand -base64 32.",
    );
  if (production && !loopback && (raw.RESEND_API_KEY || raw.SMTP_URL) && !raw.MAIL_FROM)
    faults.push("MAIL_FROM is missing: nobody takes mail from a localhost name, so name a sender of your domain.");
  if (raw.RESEND_BASE_URL?.startsWith("http:") && !loopback)
    faults.push("RESEND_BASE_URL must be https: the key and everybody's mail go there.");
  if (!raw.S3_BUCKET && (raw.S3_ENDPOINT || raw.S3_ACCESS_KEY_ID || raw.S3_SECRET_ACCESS_KEY))
    faults.push("S3_BUCKET is missing: with S3_* set it names the bucket that files go to.");
  if (Boolean(raw.S3_ACCESS_KEY_ID) !== Boolean(raw.S3_SECRET_ACCESS_KEY))
    faults.push("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both or neither.");
  faults.push(...providerFaults(raw, loopback));
  if (raw.DATABASE_URL) {
    for (const name of ["DATABASE_AUTH_URL", "DATABASE_WORKER_URL"] as const)
      if (!raw[name]) faults.push(`${name} is missing: with DATABASE_URL each login needs its own address.`);
  } else {
    const others = beside.filter((name) => raw[name]);
    if (others.length > 0)
      faults.push(
        `DATABASE_URL is missing: without it ${others.join(", ")} would go unheard for the embedded database.`,
      );
  }
  return faults;
}

let base: { base: BaseEnv; raw: Raw } | undefined;
let complete: Env | undefined;

/** The environment without the database's addresses: for what runs before a database stands. Throws `EnvError`. */
export function baseEnv(): BaseEnv {
  return readBase().base;
}

/** The whole environment, read once. Throws `EnvError` with every fault. */
export function env(): Env {
  complete ??= { ...readBase().base, database: databaseEnv(readBase()) };
  return complete;
}

function readBase() {
  if (base) return base;
  const parsed = parseEnv(process.env);
  const secret = parsed.raw.BERTH_SECRET ?? keptSecret(parsed.base.dataDir);
  base = { base: { ...parsed.base, secret }, raw: parsed.raw };
  return base;
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (cause) {
    if (!existsSync(file)) throw unusable(dataDir, cause);
  }
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw unusable(dataDir, cause);
  }
}

function unusable(dataDir: string, cause: unknown): EnvError {
  const code = cause instanceof Error && "code" in cause ? ` (${cause.code})` : "";
  const fault = `DATA_DIR cannot be used: nothing can be kept in ${dataDir}${code}.`;
  return Object.assign(new EnvError([fault]), { cause });
}

const databaseFile = z.object({ app: z.string(), auth: z.string(), worker: z.string(), owner: z.string() });

function databaseEnv(given: { base: BaseEnv; raw: Raw }): DatabaseEnv {
  const { raw } = given;
  const shared = {
    direct: raw.DATABASE_DIRECT_URL,
    namedStatements: raw.DATABASE_NAMED_STATEMENTS === "on",
  };
  if (raw.DATABASE_URL && raw.DATABASE_AUTH_URL && raw.DATABASE_WORKER_URL)
    return {
      app: raw.DATABASE_URL,
      auth: raw.DATABASE_AUTH_URL,
      worker: raw.DATABASE_WORKER_URL,
      owner: raw.DATABASE_OWNER_URL,
      ...shared,
    };
  const file = join(given.base.dataDir, "database.json");
  try {
    return { ...databaseFile.parse(JSON.parse(readFileSync(file, "utf8"))), ...shared };
  } catch (cause) {
    const fault = `There is no database yet: set DATABASE_URL, or start the server once so that it makes ${file}.`;
    throw Object.assign(new EnvError([fault]), { cause });
  }
}

function sentence(message: string): string {
  return message.endsWith(".") ? message : `${message}.`;
}
