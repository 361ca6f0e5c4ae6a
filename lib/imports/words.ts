import type { ImportDetail } from "./schema";

type Words = { one: string; many: string };
type Outcome = { tone: "positive" | "warning" | "danger" | "neutral"; title: string; text?: string };

const number = (value: number) => value.toLocaleString("en");

/** What became of an import, in words; nothing while it is under way. */
export function importOutcome(
  { phase, good, faulty, problem }: Pick<ImportDetail, "phase" | "good" | "faulty" | "problem">,
  { one, many }: Words,
): Outcome | undefined {
  const of = (amount: number) => `${number(amount)} ${amount === 1 ? one : many}`;
  const faults = `${number(faulty)} with faults ${faulty === 1 ? "is" : "are"} left out. Download the rows, mend them and import that file.`;
  if (phase === "checked" && good === 0)
    return {
      tone: "danger",
      title: "No row can be imported.",
      text: "Nothing was written. Mend the file and check it again.",
    };
  if (phase === "checked")
    return faulty === 0
      ? { tone: "positive", title: `${of(good)} can be imported. Nothing was written yet.` }
      : { tone: "warning", title: `${of(good)} can be imported. Nothing was written yet.`, text: faults };
  if (phase === "done")
    return faulty === 0
      ? { tone: "positive", title: `${of(good)} imported.` }
      : { tone: "warning", title: `${of(good)} imported.`, text: faults };
  if (phase === "cancelled") return { tone: "neutral", title: "Stopped.", text: "What was written before stays." };
  if (phase === "failed") return { tone: "danger", title: "This could not go on.", text: problem ?? "" };
  return undefined;
}
