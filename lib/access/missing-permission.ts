import { describePermission, type Permission } from "./permissions";
import type { Verdict } from "./verdict";

/** The refusal of a permission that is not held. */
export function missingPermission(permission: Permission): Extract<Verdict, { allowed: false }> {
  const message = `You need “${describePermission(permission)}” for this. Owners and admins can give it.`;
  return { allowed: false, reason: "permission_missing", message, permission };
}
