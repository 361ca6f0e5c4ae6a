import { Logger, type LogLevel } from "graphile-worker";
import type { Logger as Pino } from "pino";
import { faultInWords } from "./fault";

const levels: Record<`${LogLevel}`, "error" | "warn" | "debug" | "trace"> = {
  error: "error",
  warning: "warn",
  info: "debug",
  debug: "trace",
};

/** Lets the queue speak through our log. Its metadata holds whole jobs and is left out. */
export function queueLogger(logger: Pino): Logger {
  return new Logger(() => (level, message) => logger[levels[level]]({ part: "queue" }, faultInWords(message)));
}
