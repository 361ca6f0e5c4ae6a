import { MigrationError } from "@/db/migrate";
import { EmbeddedDatabaseError } from "@/db/server/faults";
import { EnvError } from "../env";
import { DatabaseSilentError } from "../health/answering";

/** A reason why the server does not start, as a sentence that says what to do. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartError";
  }
}

const told = [StartError, EnvError, EmbeddedDatabaseError, MigrationError, DatabaseSilentError];

/** What to show of a failed start: the sentence of a known reason, everything of an unknown one. */
export function startFault(error: unknown): unknown {
  return error instanceof Error && told.some((kind) => error instanceof kind) ? error.message : error;
}
