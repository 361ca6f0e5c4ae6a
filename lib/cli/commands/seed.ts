import { defineCommand } from "citty";
import { baseEnv } from "@/lib/env";
import { asGuard, asOwner, type Transaction, withServer } from "../database";
import { CommandError, jsonOption, type Outcome, report } from "../report";
import { makeDemoWorld } from "../seed/demo-world";
import { makeOrganizations } from "../seed/organizations";

export const seed = defineCommand({
  meta: { name: "seed", description: "Fill the database with the demo world, or with organizations for tests" },
  args: {
    demo: { type: "boolean", description: "The demo world; what is there already stays as it is", default: false },
    organizations: { type: "string", description: "How many organizations there shall be", valueHint: "N" },
    rows: { type: "string", description: "Members in each of them", valueHint: "M", default: "10" },
    canary: { type: "boolean", description: "Every free-text column carries canary-SLUG", default: false },
    ...jsonOption,
  },
  run: ({ args }) =>
    report(args.json, async () => {
      requireLoopback();
      if (args.demo) return withServer(seedDemo);
      const organizations = count("--organizations", args.organizations, 10_000);
      const rows = count("--rows", args.rows, 100_000);
      return withServer(() => seedOrganizations({ organizations, rows, canary: args.canary }));
    }),
});

/** The demo world of README, once: where its super admin exists, nothing is changed. */
export async function seedDemo(): Promise<Outcome> {
  const made = await asOwner((sql) => asGuard(sql, makeDemoWorld));
  // As the worker does every quarter of an hour: figures by day are there at the first look.
  const roll = (own: Transaction) => own`select guard.roll_usage(o.id) from guard.counted_organizations() as o (id)`;
  if (made) await asOwner((sql) => asGuard(sql, roll));
  const line = made ? "The demo world is there." : "The demo world was there already; nothing was changed.";
  return { ok: true, lines: [line], data: made };
}

export type Amount = { organizations: number; rows: number; canary: boolean };

/** Tops the organizations `seed-1` … `seed-N` up; those that exist are left alone. */
export async function seedOrganizations(amount: Amount): Promise<Outcome> {
  const slugs = await asOwner((sql) => makeOrganizations(sql, amount));
  const line = `${slugs.length} organizations were made with ${amount.rows} members each.`;
  return { ok: true, lines: [line], data: { made: slugs } };
}

/** Everybody can read the password of seeded accounts, so they must never stand where others can reach them. */
function requireLoopback(): void {
  if (!baseEnv().loopback)
    throw new CommandError(
      "Seeded accounts have a password that everybody can read: seed works only where ROOT_URL is a localhost name.",
    );
}

function count(name: string, text: string | undefined, most: number): number {
  const number = Number(text);
  if (text !== undefined && Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new CommandError(`Say what to make: --demo, or --organizations N --rows M (${name}: 1 to ${most}).`);
}
