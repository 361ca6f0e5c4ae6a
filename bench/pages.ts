import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type DelayingProxy, delayingProxy } from "@/lib/testing/proxy";
import { percentile } from "./compare";
import { type Line, times } from "./report";
import { type Place, read, startServer } from "./server";
import { addMembers, type World } from "./world";

const delay = 60;

/** Targets 13 and the third of 4: the members page of an organization of ten thousand, from the production server. */
export async function pages(world: World): Promise<Line[]> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("There is no build: run npm run build first.");
  const { organization, server: database, bare: superuser, quick } = world;
  await addMembers(superuser, organization, { from: 1001, to: 10_000 });
  await addMembers(superuser, world.other, { from: 1, to: 99 });
  const proxy = await delayingProxy(database.urls.app, 0);
  const server = await startServer({ database: proxy.url, owner: database.urls.owner });
  try {
    const { root } = server;
    const [own, small] = [server.of(organization), server.of(world.other)];
    const ways = [
      { name: "bare", run: () => read(root, "/sign-in") },
      { name: "members", run: () => read(own, "/members") },
    ];
    for (let warm = 0; warm < 30; warm++) for (const { run } of ways) await run();
    const [plain = 1, members = 0] = await percentile(ways, 0.5, quick ? 40 : 200);
    const sizes = [ways[1], { name: "hundred", run: () => read(small, "/members") }].filter((way) => way !== undefined);
    for (let warm = 0; warm < 10; warm++) for (const { run } of sizes) await run();
    const [large = 0, few = 1] = await percentile(sizes, 0.95, quick ? 100 : 400);
    proxy.delay = delay;
    const trips = await depthOf(proxy, () => read(own, "/members"));
    proxy.delay = 0;
    const script = await scriptBytes(own, "/members");
    return [
      {
        target: "4",
        what: "Round trips of the members page, one after another",
        atLeast: "2",
        measured: `${trips}`,
        met: trips <= 2,
      },
      {
        target: "13",
        what: "Members page of 10,000: server's HTML p50, of the sign-in page's; JavaScript sent, gzipped",
        atLeast: "200 kB",
        measured: `${times(members / plain)}; ${Math.round(script / 1000)} kB`,
        met: script <= 200_000,
      },
      {
        target: "16",
        what: "Members page, server's HTML p95, of 10,000 members, of that of 100",
        atLeast: "2x",
        measured: times(large / few),
        met: large / few <= 2,
      },
    ];
  } finally {
    await server.stop();
    await proxy.close();
  }
}

/** The fewest of several: what is noted once a minute after an answer may come in between. */
async function depthOf(proxy: DelayingProxy, run: () => Promise<unknown>): Promise<number> {
  const depths: number[] = [];
  for (let time = 0; time < 5; time++) {
    await wait(3 * delay); // what the page before left under way has ended
    proxy.depth();
    await run();
    depths.push(proxy.depth());
  }
  return Math.min(...depths);
}

async function scriptBytes(place: Place, path: string): Promise<number> {
  const sources = new Set(
    [...(await read(place, path)).matchAll(/<script(?![^>]*nomodule)[^>]+src="([^"]+\.js[^"]*)"/gi)].map(
      ([, source]) => source ?? "",
    ),
  );
  const bodies = await Promise.all([...sources].map((source) => read(place, source)));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}
