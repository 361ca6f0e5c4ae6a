import { userInfo } from "node:os";
import { defineCommand } from "citty";
import { asOwner, withServer } from "../database";
import { jsonOption, type Outcome, report } from "../report";

const address = { type: "positional", description: "The person's e-mail address", required: true } as const;

const grant = defineCommand({
  meta: { name: "grant", description: "Make a person a super admin (on the platform's record)" },
  args: { address, ...jsonOption },
  run: ({ args }) => report(args.json, () => withServer(() => grantSuperAdmin(args.address))),
});

const revoke = defineCommand({
  meta: { name: "revoke", description: "Take the super admin's rights from a person, from the next request on" },
  args: { address, ...jsonOption },
  run: ({ args }) => report(args.json, () => withServer(() => revokeSuperAdmin(args.address))),
});

export const superAdmin = defineCommand({
  meta: { name: "super-admin", description: "Who may enter the platform's console" },
  subCommands: { grant, revoke },
});

/** Grants through the wall's own function, which berth_owner alone may execute. */
export async function grantSuperAdmin(person: string): Promise<Outcome> {
  const changed = await asOwner(async (sql) => {
    const [row] = await sql<{ changed: boolean }[]>`
      select guard.grant_super_admin(${person}, ${userInfo().username}) as changed`;
    return row?.changed === true;
  });
  const line = changed ? `${person} is a super admin now.` : `${person} is a super admin already.`;
  return { ok: true, lines: [line], data: { address: person, changed } };
}

export async function revokeSuperAdmin(person: string): Promise<Outcome> {
  const changed = await asOwner(async (sql) => {
    const [row] = await sql<{ changed: boolean }[]>`
      select guard.revoke_super_admin(${person}, ${userInfo().username}) as changed`;
    return row?.changed === true;
  });
  const line = changed ? `${person} is no super admin any more.` : `${person} is not a super admin.`;
  return { ok: true, lines: [line], data: { address: person, changed } };
}
