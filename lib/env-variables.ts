import { isIP } from "node:net";
import { z } from "zod";
import { levels } from "./log";
import { providerVariables } from "./provider-env";

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
      // Addresses are compared as plain IPv4, so a mapped network would meet none; nor does one with a zone.
      if (more.length > 0 || most < 0 || /^::ffff:|%/i.test(address)) return false;
      return bits === undefined || (/^(0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= most);
    });
}

const networks = z.preprocess(
  empty,
  z.string().refine(areNetworks, "must be networks, such as 10.0.0.0/8 or 127.0.0.1").default(""),
);
const sender = z
  .string()
  .regex(
    /^(("[^"<>@\p{Cc}]*"|[^"<>@,;\p{Cc}]*) *<[^<>@\s,;]+@[^<>@\s,;]+>|[^<>@\s,;]+@[^<>@\s,;]+)$/u,
    "must be an address, such as Berth <berth@example.com>",
  );

const portFault = "must be a whole number from 1 to 65535";
const port = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, portFault)
  .transform(Number)
  .refine((number) => number <= 65_535, portFault);

function oneOf<const T extends readonly [string, ...string[]]>(...words: T) {
  return z.enum(words, { error: `must be ${words.slice(0, -1).join(", ")} or ${words.at(-1)}` });
}

/** Every variable by itself. */
export const variables = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.preprocess(empty, port.default(3000)),
  ROOT_URL: webUrl,
  BERTH_SECRET: optional(z.string().regex(/^\s*\S.{30,}\S\s*$/s, "must have at least 32 characters")),
  DATA_DIR: z.preprocess(empty, z.string().default(".data")),
  CHECKPOINT_DIR: optional(z.string()),
  DATABASE_URL: databaseUrl,
  DATABASE_AUTH_URL: databaseUrl,
  DATABASE_WORKER_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl,
  DATABASE_DIRECT_URL: databaseUrl,
  DATABASE_NAMED_STATEMENTS: z.preprocess(empty, oneOf("on", "off").default("on")),
  RESEND_API_KEY: optional(z.string()),
  RESEND_BASE_URL: webUrl,
  SMTP_URL: optional(address(/^smtps?$/, "smtp://user:password@host:587")),
  MAIL_FROM: optional(sender),
  MAILBOX: optional(oneOf("on", "off")),
  TRUSTED_PROXIES: networks,
  EGRESS_ALLOW: networks,
  SECOND_FACTOR: optional(oneOf("nobody", "powerful", "everybody")),
  METRICS_TOKEN: optional(
    z.string().regex(/^[\x21-\x7e]{16,}$/, "must have at least 16 characters, all plain and without spaces"),
  ),
  WORKER: z.preprocess(empty, oneOf("inline", "off").default("inline")),
  S3_BUCKET: optional(z.string()),
  S3_REGION: z.preprocess(empty, z.string().default("us-east-1")),
  S3_ENDPOINT: webUrl,
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  LOG_LEVEL: z.preprocess(empty, oneOf(...levels).default("info")),
  ...providerVariables,
});

export type Raw = z.infer<typeof variables>;
