import { userInfo } from "node:os";
import { defineCommand } from "citty";
import { asOwner, withServer } from "../database";
import { CommandError, jsonOption, type Outcome, report } from "../report";

const lift = defineCommand({
  meta: {
    name: "lift",
    description: "Take an organization's demands away, so that its people get in again (on its record)",
  },
  args: {
    organization: {
      type: "positional",
      description: "The organization's address, such as acme-shipping",
      required: true,
    },
    ...jsonOption,
  },
  run: ({ args }) => report(args.json, () => withServer(() => liftPolicy(args.organization))),
});

export const policy = defineCommand({
  meta: { name: "policy", description: "The security policy of an organization" },
  subCommands: { lift },
});

/** Second factor, session limits, ways to sign in and networks: nothing of it is demanded any more. */
export async function liftPolicy(slug: string): Promise<Outcome> {
  const found = await asOwner(async (sql) => {
    const [row] = await sql<{ found: boolean }[]>`select guard.lift_policy(${slug}, ${userInfo().username}) as found`;
    return row?.found === true;
  });
  if (!found) throw new CommandError(`There is no organization at ${slug}.`);
  return { ok: true, lines: [`${slug} demands nothing of a sign-in any more.`], data: { organization: slug } };
}
