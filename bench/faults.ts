import { setTimeout as wait } from "node:timers/promises";
import { load } from "@/lib/testing/load";
import { point } from "./reads";
import type { Line } from "./report";
import type { World } from "./world";

/** Target 12: every backend of the application is terminated every 250 ms, while 16 callers read. */
export async function faults(world: World): Promise<Line[]> {
  const seconds = world.quick ? 3 : 10;
  let ended = 0;
  const terminate = async () => {
    for (let round = 0; round < seconds * 4; round++) {
      await wait(250);
      const { rowCount } = await world.bare.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'berth_app'",
      );
      ended += rowCount ?? 0;
    }
  };
  const id = world.organization.membershipId;
  const tally = await load(16, terminate(), async () => (await world.handle.run(point, { id })).name === "Founder");
  const { answered, refused, unsettled, wrong, crashed } = tally;
  return [
    {
      target: "12",
      what: "Backends terminated every 250 ms under load",
      atLeast: "0 crashes, 0 unsettled, 0 wrong",
      measured: `${crashed} crashes, ${unsettled} unsettled, ${wrong} wrong`,
      note: `${ended} terminated, ${answered} reads answered, ${refused} told to come again`,
      met: crashed + unsettled + wrong === 0 && answered > 0,
    },
  ];
}
