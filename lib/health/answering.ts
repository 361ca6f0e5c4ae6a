import postgres from "postgres";

/** A database that does not answer, in words that name the variable with its address. */
export class DatabaseSilentError extends Error {
  override readonly name = "DatabaseSilentError";
}

/** The server's version as PostgreSQL numbers it, such as 180004. Throws {@link DatabaseSilentError}. */
export async function askVersion(variable: string, url: string): Promise<number> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    return row?.version ?? 0;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    const { host } = new URL(url);
    throw new DatabaseSilentError(
      `The database${host && ` at ${host}`} does not answer: ${reason}. Check ${variable}.`,
      {
        cause,
      },
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}
