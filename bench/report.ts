import { writeFile } from "node:fs/promises";

export type Line = {
  target: string;
  what: string;
  atLeast: string;
  measured: string;
  met: boolean | "partly";
  note?: string;
};

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const times = (factor: number): string => `${factor.toFixed(factor < 10 ? 1 : 0)}x`;

/** The table, as README holds it. */
export function table(lines: Line[]): string {
  const words = { true: "met", false: "not met", partly: "partly" };
  return [
    "| # | what | target | measured | |",
    "|---|---|---|---|---|",
    ...lines.map(
      ({ target, what, atLeast, measured, met, note }) =>
        `| ${target} | ${what} | ${atLeast} | ${measured}${note ? ` (${note})` : ""} | ${words[`${met}`]} |`,
    ),
  ].join("\n");
}

export async function write(lines: Line[], file: string): Promise<void> {
  await writeFile(file, `${table(lines)}\n`);
}
