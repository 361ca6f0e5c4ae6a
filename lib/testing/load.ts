import { setTimeout as wait } from "node:timers/promises";
import { BerthError } from "@/lib/errors";

/** What became of the requests of one load. The last four should be none. */
export type Tally = { answered: number; refused: number; unsettled: number; wrong: number; crashed: number };

const patience = 60_000;

/**
 * Runs `request` again and again from `callers` at once until `until` is over. A request answers whether its rows were
 * right; `unavailable` is an honest refusal, anything else that it throws is a crash.
 */
export async function load(callers: number, until: Promise<unknown>, request: () => Promise<boolean>): Promise<Tally> {
  const tally: Tally = { answered: 0, refused: 0, unsettled: 0, wrong: 0, crashed: 0 };
  let over = false;
  const ends = until.finally(() => {
    over = true;
  });
  const unforeseen = (error: unknown) => {
    tally.crashed += 1;
    if (tally.crashed < 4) console.warn(error);
  };
  process.on("unhandledRejection", unforeseen);
  process.on("uncaughtException", unforeseen);
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (!over) await one();
    }),
  );
  await ends;
  process.off("unhandledRejection", unforeseen);
  process.off("uncaughtException", unforeseen);
  return tally;

  async function one(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<"late">((resolve) => {
      timer = setTimeout(resolve, patience, "late");
    });
    try {
      const outcome = await Promise.race([request(), tooLate]);
      if (outcome === "late") tally.unsettled += 1;
      else if (outcome) tally.answered += 1;
      else tally.wrong += 1;
    } catch (error) {
      if (error instanceof BerthError && error.code === "unavailable") tally.refused += 1;
      else unforeseen(error);
      await wait(20);
    } finally {
      clearTimeout(timer);
    }
  }
}
