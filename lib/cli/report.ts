import { MigrationError } from "@/db/migrate";
import { EmbeddedDatabaseError } from "@/db/server/faults";
import { EnvError } from "@/lib/env";

/** A command that cannot do what was asked, as a sentence for the operator. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

export type Outcome = { ok: boolean; lines: string[]; data: unknown };

export const jsonOption = {
  json: { type: "boolean", description: "Answer as JSON, for machines", default: false },
} as const;

/**
 * Runs a command and prints its outcome, as lines or as one JSON object. The exit code is 0 only where all is well;
 * a fault that has a sentence is told without a stack.
 */
export async function report(json: boolean, work: () => Promise<Outcome>): Promise<void> {
  try {
    const { ok, lines, data } = await work();
    if (json) console.log(JSON.stringify({ ok, data }));
    else for (const line of lines) console.log(line);
    process.exitCode = ok ? 0 : 1;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (json) console.log(JSON.stringify({ ok: false, error: sentence ?? String(error) }));
    else console.error(sentence ?? error);
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof CommandError || error instanceof EnvError) return error.message;
  if (error instanceof MigrationError || error instanceof EmbeddedDatabaseError) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (typeof error.code === "string" && error.code.startsWith("BE")) return error.message;
  if (error.code === "ECONNREFUSED") return "The database does not answer. Start Berth or its database first.";
  return undefined;
}
