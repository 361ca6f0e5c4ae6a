import { sql } from "drizzle-orm";
import { z } from "zod";
import { BerthError } from "@/lib/errors";
import { grantWords } from "./grant-words";
import type { Handle } from "./handle";
import { defineOperation } from "./operation";
import { describePermission, type Permission, permissions } from "./permissions";

/** Who can give a permission: up to three names, for those who see members; else only whether there is anybody. */
export const grantors = z.object({ names: z.array(z.string()), anybody: z.boolean() });

export type Grantors = z.output<typeof grantors>;

export const permissionInput = z.enum(
  permissions as [Permission, ...Permission[]], // not empty
  "There is no such permission.",
);

export const findGrantors = defineOperation({
  name: "access.grantors",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See who can give a permission",
  input: z.strictObject({ permission: permissionInput }),
  output: grantors,
  asksOnce: true,
  rest: { method: "get", path: "/access/grantors" },
  run: ({ db, input }) => db.call(sql`guard.grantors(${input.permission})`, grantors),
});

/** What nobody can give: the plan does not have it. */
export const featureOff = "feature_off";

/** The same refusal, saying which permission was missing and who can give it. Any other error stays as it is. */
export async function withGrantors(handle: Handle, error: unknown): Promise<unknown> {
  if (!(error instanceof BerthError) || error.code !== "forbidden" || error.reason === featureOff) return error;
  const permission = permissions.find((each) => each === error.permission);
  if (!permission || !["session", "key", "token"].includes(handle.credential.kind)) return error;
  if (error.reason === "all_branches_needed") return error; // It is held: nobody can give more of it than all branches.
  if (handle.credential.kind === "key") return ofKey(error, permission);
  const found = await handle.run(findGrantors, { permission }, { asks: true }).catch(() => undefined);
  if (!found) return error;
  const plain = error.reason === "permission_missing" && error.message.startsWith("You ");
  const message = plain ? `You need “${describePermission(permission)}” for this.` : error.message;
  return saying(error, permission, { message: `${message} ${grantWords(found)}`, names: found.names });
}

/** Nobody gives a key more than it was made with, so nobody is named. */
function ofKey(error: BerthError, permission: Permission): BerthError {
  if (error.reason !== "permission_missing") return error;
  const message = `This key does not hold “${describePermission(permission)}”. What a key holds is chosen when it is made.`;
  return saying(error, permission, { message, names: [] });
}

function saying(
  error: BerthError,
  permission: Permission,
  { message, names }: { message: string; names: string[] },
): BerthError {
  return new BerthError("forbidden", message, {
    permission,
    grantors: names,
    cause: error,
    ...(error.reason ? { reason: error.reason } : {}),
    ...(error.fields ? { fields: error.fields } : {}),
  });
}
