import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { compare, warmUp } from "./compare";
import { type Line, percent } from "./report";
import { read, startServer } from "./server";
import type { World } from "./world";

/** The columns that the answer of `members.list` is made of, in its order, 50 of them. */
const text = `select m.*, r.name as role_name, lower(m.name) as position from memberships m
  join roles r on r.organization_id = m.organization_id and r.key = m.role_key
  where m.organization_id = $1 order by lower(m.name), m.id limit 50`;

/** Target 3: a page of 50 members over HTTP, through the pages' server and through the API alone. */
export async function http({ server, organization, quick }: World): Promise<Line[]> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("There is no build: run npm run build first.");
  const wanted = { database: server.urls.app, owner: server.urls.owner };
  const pages = await startServer(wanted);
  const alone = await startServer({ ...wanted, apiOnly: true });
  const bare = fork("bench/bare-server.ts", [server.urls.superuser, text, organization.organizationId], {
    execArgv: ["--import", "tsx"],
  });
  try {
    const port = await new Promise<number>((resolve) => bare.once("message", (told) => resolve(Number(told))));
    const path = "/api/v1/members?limit=50";
    const ways = [
      { name: "bare", run: () => read({ port, host: "localhost" }, "/") },
      { name: "pages", run: () => read(pages.of(organization), path) },
      { name: "alone", run: () => read(alone.of(organization), path) },
    ];
    await warmUp(ways, quick ? 800 : 4000);
    const shares = [];
    for (const callers of [1, 16]) {
      const shape = { rounds: quick ? 20 : 60, perRound: 48, callers };
      const [plain = 0, through = 1, direct = 1] = await compare(ways, shape);
      shares.push({ callers, direct: plain / direct, through: plain / through });
    }
    return [
      {
        target: "3",
        what: "Page of 50 members over HTTP through the API, of node:http with the bare query",
        atLeast: "45 %",
        measured: shares
          .map(
            ({ callers, direct, through }) =>
              `${percent(direct)} alone and ${percent(through)} behind the pages with ${callers}`,
          )
          .join("; "),
        met: shares.every(({ direct }) => direct >= 0.45),
      },
    ];
  } finally {
    bare.kill("SIGTERM");
    await Promise.all([pages.stop(), alone.stop()]);
  }
}
