import pino from "pino";

/** Fields that never reach a log, wherever they stand. One list for the whole product. */
export const secretFields = ["password", "secret", "token", "code", "key", "credential", "authorization", "cookie"];

export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  redact: {
    paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: "[redacted]",
  },
});
