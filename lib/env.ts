import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { levels } from "./log";
import { type ProviderEnv, providerFaults, providersOf, providerVariables } from "./provider-env";

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

const empty = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());
const address = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` });
const databaseUrl = optional(address(/^postgres(ql)?$/, "postgres://berth_app:password@host/berth"));
const webUrl = optional(address(/^https?$/, "https://berth.example.com"));

function areNetworks(text: string): boolean {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .every((each) => {
      const [address = "", bits, ...more] = each.split("/");
      const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
      return more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
    });
}

const networks = z.preprocess(
  empty,
  z.string().refine(areNetworks, "must be networks, such as 10.0.0.0/8 or 127.0.0.1").default(""),
);
const sender = z
  .string()
  .regex(
    /^([^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
    "must be an address, such as Berth <berth@example.com>",
  );

const schema = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.preprocess(empty, z.coerce.number({ error: "must be a number" }).int().min(1).max(65535).default(3000)),
  ROOT_URL: webUrl,
  BERTH_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
  DATA_DIR: z.preprocess(empty, z.string().default(".data")),
  CHECKPOINT_DIR: optional(z.string()),
  DATABASE_URL: databaseUrl,
  DATABASE_AUTH_URL: databaseUrl,
  DATABASE_WORKER_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl,
  DATABASE_DIRECT_URL: databaseUrl,
  DATABASE_NAMED_STATEMENTS: z.preprocess(empty, z.enum(["on", "off"]).default("on")),
  RESEND_API_KEY: optional(z.string()),
  RESEND_BASE_URL: webUrl,
  SMTP_URL: optional(address(/^smtps?$/, "smtp://user:password@host:587")),
  MAIL_FROM: z.preprocess(empty, sender.default("Berth <berth@berth.localhost>")),
  MAILBOX: optional(z.enum(["on", "off"])),
  TRUSTED_PROXIES: networks,
  EGRESS_ALLOW: networks,
  SECOND_FACTOR: optional(z.enum(["nobody", "powerful", "everybody"])),
  METRICS_TOKEN: optional(z.string().min(16, "must have at least 16 characters")),
  WORKER: z.preprocess(empty, z.enum(["inline", "off"]).default("inline")),
  S3_BUCKET: optional(z.string()),
  S3_REGION: z.preprocess(empty, z.string().default("us-east-1")),
  S3_ENDPOINT: webUrl,
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  LOG_LEVEL: z.preprocess(empty, z.enum(levels).default("info")),
  ...providerVariables,
});

type Raw = z.infer<typeof schema>;
type Source = Record<string, string | undefined>;

/** Parses an environment without touching the disk. Throws `EnvError` with every fault. */
export function parseEnv(source: Source): { base: Omit<BaseEnv, "secret">; raw: Raw } {
  const parsed = schema.safeParse(source);
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
    mailFrom: raw.MAIL_FROM,
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
  const others = schema.safeParse(Object.fromEntries(Object.entries(source).filter(([name]) => !wrong.has(name))));
  const cross = others.success ? crossFaults(together(others.data)) : [];
  return [...single, ...cross.filter((fault) => !wrong.has(/^\w+/.exec(fault)?.[0] ?? ""))];
}

type Together = { raw: Raw; rootUrl: URL; loopback: boolean; production: boolean; mailbox: boolean };

function together(raw: Raw): Together {
  const rootUrl = new URL(raw.ROOT_URL ?? `http://berth.localhost:${raw.PORT}`);
  const loopback = rootUrl.hostname === "localhost" || rootUrl.hostname.endsWith(".localhost");
  const production = raw.NODE_ENV === "production";
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

function crossFaults({ raw, rootUrl, loopback, production, mailbox }: Together): string[] {
  const faults: string[] = [];
  if (rootUrl.protocol === "http:" && !loopback)
    faults.push("ROOT_URL must be https: browsers keep the session cookie on plain http only for localhost names.");
  if (rootUrl.pathname !== "/" || rootUrl.search || rootUrl.hash || rootUrl.username)
    faults.push("ROOT_URL must be a bare address without a path, such as https://berth.example.com.");
  if (/^[\d.]+$|^\[/.test(rootUrl.hostname))
    faults.push("ROOT_URL must be a name, not an IP address: organizations live on names below it.");
  if (production && mailbox && !loopback)
    faults.push("MAILBOX=on shows everybody's mail: in production it works only where ROOT_URL is a localhost name.");
  if (production && !loopback && !raw.BERTH_SECRET)
    faults.push(
      "BERTH_SECRET is missing: set at least 32 random characters, for example from openssl rand -base64 32.",
    );
  if (!raw.S3_BUCKET && (raw.S3_ENDPOINT || raw.S3_ACCESS_KEY_ID || raw.S3_SECRET_ACCESS_KEY))
    faults.push("S3_BUCKET is missing: with S3_* set it names the bucket that files go to.");
  if (Boolean(raw.S3_ACCESS_KEY_ID) !== Boolean(raw.S3_SECRET_ACCESS_KEY))
    faults.push("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both or neither.");
  faults.push(...providerFaults(raw, loopback));
  if (raw.DATABASE_URL) {
    for (const name of ["DATABASE_AUTH_URL", "DATABASE_WORKER_URL"] as const)
      if (!raw[name]) faults.push(`${name} is missing: with DATABASE_URL each login needs its own address.`);
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
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
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
