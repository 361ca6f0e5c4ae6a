import { encodeId } from "@/lib/ids";
import { compare } from "./compare";
import { type Line, percent } from "./report";
import { read, startServer } from "./server";
import type { World } from "./world";

/** What writing calls down costs: a member read over the API, by a server that does and by one that does not. */
export async function log({ server, organization, bare, quick }: World): Promise<Line[]> {
  const wanted = { database: server.urls.app, owner: server.urls.owner, apiOnly: true };
  const writing = await startServer(wanted);
  const silent = await startServer({ ...wanted, before: "./bench/without-log.ts" });
  try {
    const { rows } = await bare.query<{ id: string }>("select id from memberships where organization_id = $1 limit 1", [
      organization.organizationId,
    ]);
    const path = `/api/v1/members/${encodeId("mem", rows[0]?.id ?? "")}`;
    const ways = [
      { name: "silent", run: () => read(silent.of(organization), path) },
      { name: "writing", run: () => read(writing.of(organization), path) },
    ];
    const shares = [];
    for (const callers of [1, 16]) {
      // A round is long enough that its own lines are written within it.
      const [without = 1, withLog = 1] = await compare(ways, {
        rounds: quick ? 4 : 20,
        perRound: quick ? 640 : 1600,
        callers,
      });
      shares.push({ callers, more: withLog / without - 1 });
    }
    return [
      {
        target: "17",
        what: "Writing calls down, of what a point read over HTTP costs without",
        atLeast: "10 % at most",
        measured: shares.map(({ callers, more }) => `${percent(more)} with ${callers}`).join("; "),
        met: shares.every(({ more }) => more <= 0.1),
      },
    ];
  } finally {
    await Promise.all([writing.stop(), silent.stop()]);
  }
}
