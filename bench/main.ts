import { closePool } from "@/db/connection";
import { settled } from "@/lib/access/after";
import { audit } from "./audit";
import { faults } from "./faults";
import { http } from "./http";
import { log } from "./log";
import { opening } from "./opening";
import { pages } from "./pages";
import { reads } from "./reads";
import { type Line, table, write } from "./report";
import { roles } from "./roles";
import { scale } from "./scale";
import { search } from "./search";
import { switching } from "./switching";
import { trail } from "./trail";
import { trips } from "./trips";
import { webhooks } from "./webhooks";
import { makeWorld, type World } from "./world";

const all: { name: string; run: (world: World) => Promise<Line[]> }[] = [
  { name: "reads", run: reads },
  { name: "trips", run: trips },
  { name: "opening", run: opening },
  { name: "audit", run: audit },
  { name: "switching", run: switching },
  { name: "pages", run: pages },
  { name: "http", run: http },
  { name: "log", run: log },
  { name: "faults", run: faults },
  { name: "roles", run: roles },
  { name: "search", run: search },
  { name: "trail", run: trail },
  { name: "webhooks", run: webhooks },
  { name: "scale", run: scale },
];

/**
 * Ratios of ways that run interleaved on the same machine, never absolute times; repeats differ by 15 to 20 %.
 * `--quick` does less of each, `--only=reads,scale` some of it.
 */
async function main(): Promise<void> {
  const only = process.argv
    .find((each) => each.startsWith("--only="))
    ?.slice(7)
    .split(",");
  const world = await makeWorld(process.argv.includes("--quick"));
  const lines: Line[] = [];
  try {
    for (const { name, run } of all) {
      if (only && !only.includes(name)) continue;
      console.error(`${name} …`);
      const found = await run(world);
      lines.push(...found);
      for (const { target, measured } of found) console.error(`  ${target}: ${measured}`);
    }
  } finally {
    await settled();
    await Promise.all([closePool(), world.bare.end()]);
    await world.server.stop();
  }
  lines.sort((a, b) => Number.parseInt(a.target, 10) - Number.parseInt(b.target, 10));
  console.log(table(lines));
  if (!only) await write(lines, ".data/bench/results.md");
}

await main();
