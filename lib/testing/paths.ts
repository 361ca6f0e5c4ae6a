import postgres from "postgres";
import { type Member, type Organization, request } from "./world";

const app = postgres(process.env.DATABASE_URL ?? "", { max: 2, onnotice: () => undefined, idle_timeout: 5 });

export type Sql = postgres.TransactionSql;

/**
 * Runs a statement as the actor and undoes it: "done", or the reason or code of the refusal. The application's role, with the
 * application's checks taken away.
 */
export async function asActor(
  actor: Member,
  { slug }: Organization,
  statement: (sql: Sql) => Promise<unknown>,
): Promise<string> {
  const undo = new Error("undo");
  return app
    .begin(async (sql) => {
      await sql`select guard.open(${actor.hostSession}, ${slug}, null, 'roles.create', ${sql.json(request())})`;
      const rows = await statement(sql);
      if (Array.isArray(rows) && "count" in rows && rows.count === 0) throw new Error("no row");
      throw undo;
    })
    .then(
      () => "kept",
      (error: unknown) => {
        if (error === undo) return "done";
        if (error instanceof postgres.PostgresError)
          return error.code.startsWith("BE") && error.detail ? error.detail : error.code;
        return (error as Error).message;
      },
    );
}
