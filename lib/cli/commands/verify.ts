import { defineCommand } from "citty";
import { wallViolations } from "@/db/wall/rules";
import { verifyAudit } from "@/lib/audit/verify";
import { baseEnv } from "@/lib/env";
import { asGuard, asOwner, withServer } from "../database";
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

const audit = defineCommand({
  meta: { name: "audit", description: "Compute the audit trail's chains anew; compare with the signed checkpoints" },
  args: { ...jsonOption },
  run: ({ args }) => report(args.json, () => withServer(verifyTrail)),
});

export const verify = defineCommand({
  meta: { name: "verify", description: "Prove on this database what Berth promises" },
  subCommands: { isolation, audit },
});

/** Names each entry that was edited, removed, inserted, moved or cut off. */
export async function verifyTrail(): Promise<Outcome> {
  const { checkpointDir, secret } = baseEnv();
  const found = await asOwner((sql) => asGuard(sql, (guard) => verifyAudit(guard, { folder: checkpointDir, secret })));
  const lines = [
    ...found.faults,
    `${found.entries} sealed entries in ${found.chains} chains, ${found.faults.length} faults.`,
  ];
  return { ok: found.faults.length === 0, lines, data: found };
}

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
