import { readFile } from "node:fs/promises";
import type pg from "pg";
import { sendTogether } from "@/db/batch";
import { lookUp } from "./reads";
import { type Line, times } from "./report";
import { connect, request, type World } from "./world";

const rounds = 12;

/** What `handle.run` sends before a read's question. */
export function openingOf(
  { session, slug }: Pick<World["organization"], "session" | "slug">,
  operation = "members.list",
) {
  return {
    name: "open_read",
    text: "select set_config('transaction_read_only', 'on', true), guard.open($1, $2, $3, $4, $5) as opened",
    values: [session, slug, null, operation, JSON.stringify(request)],
  };
}

/** Target 5: what the database's own processor time costs, by the kernel's account of the two backends (Linux). */
export async function opening({ server, organization, quick }: World): Promise<Line[]> {
  const app = await connect(server.urls.app);
  const superuser = await connect(server.urls.superuser);
  const fence = { name: "fence", text: "select guard.organization_id()", values: [] };
  const runs = quick ? 300 : 1000;
  let [ours, theirs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    ours = Math.min(ours, await processorTime(app, runs, () => sendTogether(app, [openingOf(organization), fence])));
    theirs = Math.min(theirs, await processorTime(superuser, runs, () => lookUp(superuser, organization.session)));
  }
  await Promise.all([app.end(), superuser.end()]);
  const factor = ours / theirs;
  return [
    {
      target: "5",
      what: "Database processor time of opening and fence, of the three look-ups, prepared",
      atLeast: "1.0x",
      measured: times(factor),
      met: factor <= 1,
    },
  ];
}

/** Nanoseconds that one run costs the backend. */
async function processorTime(client: pg.Client, runs: number, run: () => Promise<unknown>): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const account = async () => Number((await readFile(`/proc/${rows[0]?.pid}/schedstat`, "utf8")).split(" ")[0]);
  const before = await account();
  for (let each = 0; each < runs; each++) await run();
  return ((await account()) - before) / runs;
}
