import { randomBytes } from "node:crypto";
import { ensureEmbeddedDatabase } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";
import { median } from "./compare";

const folder = ".data/bench";
const rounds = 40;

type Work = () => Promise<unknown>;
type Pair = { name: string; one: Work; other: Work };

/**
 * Whether an answer's time tells what there is: pairs of the same request for something that exists and something that
 * does not, interleaved one by one on the same machine. The ratio of the medians is about 1 where nothing is told.
 */
async function main(): Promise<void> {
  const server = await ensureEmbeddedDatabase(folder, { log: () => undefined, settings: { fsync: "off" } });
  try {
    await migrate({ ownerUrl: server.urls.owner, workerUrl: server.urls.worker, catalogue, log: () => undefined });
    process.env.DATABASE_URL = server.urls.app;
    process.env.DATABASE_AUTH_URL = server.urls.auth;
    process.env.DATABASE_WORKER_URL = server.urls.worker;
    process.env.DATA_DIR = folder;
    process.env.BERTH_SECRET ??= "a secret for measuring only, of a fair length";
    console.log("| pair | median ratio |\n|---|---|");
    for (const pair of await pairs(server.urls.superuser)) console.log(`| ${pair.name} | ${await ratio(pair)} |`);
    await (await import("@/db/connection")).closePool();
  } finally {
    await server.stop();
  }
}

async function pairs(superuser: string): Promise<Pair[]> {
  const { makeWorld } = await import("./uniform-world");
  const { requestAccess } = await import("@/lib/registrations/asking-operations");
  const { signIn } = await import("@/lib/accounts/operations");
  const { findMember } = await import("@/lib/members/operations");
  const world = await makeWorld(superuser);
  const stranger = () => `${randomBytes(6).toString("hex")}@${randomBytes(6).toString("hex")}.example`;
  const ask = (slug: string) => () =>
    world.visitor().run(requestAccess, { slug, name: "Ada Asker", email: stranger(), message: "Hello" });
  const enter = (email: () => string) => () =>
    world.visitor().run(signIn, { email: email(), password: "a guess that is wrong" });
  const find = (id: () => string) => () =>
    world
      .member()
      .run(findMember, { id: id() })
      .catch(() => undefined);
  return [
    {
      name: "request access, known and unknown organization",
      one: ask(world.slug),
      other: ask("no-such-organization"),
    },
    { name: "sign in, known and unknown address", one: enter(world.person), other: enter(stranger) },
    { name: "member of another organization and nobody", one: find(world.foreignMember), other: find(world.nobody) },
  ];
}

async function ratio({ one, other }: Pair): Promise<string> {
  const [first, second]: [number[], number[]] = [[], []];
  for (let round = -5; round < rounds; round += 1) {
    // Which of the two goes first changes every round.
    const order = round % 2 === 0 ? [one, other] : [other, one];
    for (const work of order) {
      const took = await timed(work);
      if (round >= 0) (work === one ? first : second).push(took);
    }
  }
  return (median(first) / median(second)).toFixed(2);
}

async function timed(work: Work): Promise<number> {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started);
}

await main();
