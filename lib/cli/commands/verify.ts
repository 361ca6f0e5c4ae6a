import { defineCommand } from "citty";
import { withServer } from "../database";
import { driveCanaries } from "../isolation/drive";
import { jsonOption, type Outcome, report } from "../report";

const isolation = defineCommand({
  meta: {
    name: "isolation",
    description: "Make two organizations, try every table and verb of one from inside the other, and remove them",
  },
  args: { ...jsonOption },
  run: ({ args }) => report(args.json, () => withServer(verifyIsolation)),
});

export const verify = defineCommand({
  meta: { name: "verify", description: "Prove on this database what Berth promises" },
  subCommands: { isolation },
});

/** Faults are sentences; an empty list is well. */
export async function verifyIsolation(): Promise<Outcome> {
  const { tries, faults } = await driveCanaries();
  const line = `${tries} tries from inside another organization, ${faults.length} got through.`;
  return { ok: faults.length === 0, lines: [...faults, line], data: { tries, faults } };
}
