import { defineCommand } from "citty";
import { wallViolations } from "@/db/wall/rules";
import { asOwner, withServer } from "../database";
import { driveCanaries } from "../isolation/drive";
import { jsonOption, type Outcome, report } from "../report";

const isolation = defineCommand({
  meta: {
    name: "isolation",
    description: "Compare the catalogue with the wall's rules; try every table of one organization from inside another",
  },
  args: { ...jsonOption },
  run: ({ args }) => report(args.json, () => withServer(verifyIsolation)),
});

export const verify = defineCommand({
  meta: { name: "verify", description: "Prove on this database what Berth promises" },
  subCommands: { isolation },
});

/** Faults are sentences; an empty list is well. Leaves nothing behind but audit entries. */
export async function verifyIsolation(): Promise<Outcome> {
  const violations = await asOwner((sql) => wallViolations(sql));
  const { tries, faults } = await driveCanaries();
  const broken = violations.map(({ rule, subject, detail }) => `${rule}: ${subject}: ${detail}`);
  const lines = [
    ...broken,
    ...faults,
    `${broken.length} differences from the wall's rules in the catalogue.`,
    `${tries} tries from inside another organization, ${faults.length} got through.`,
  ];
  return { ok: broken.length + faults.length === 0, lines, data: { violations, tries, faults } };
}
