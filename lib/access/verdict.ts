import { z } from "zod";
import { BerthError } from "@/lib/errors";
import type { Permission } from "./permissions";

/** Whether an act is allowed, and else why not, in the words that the button shows and the operation answers with. */
export type Verdict = { allowed: true } | { allowed: false; reason: string; message: string; permission?: Permission };

export const verdict = z.discriminatedUnion("allowed", [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), reason: z.string(), message: z.string() }),
]);

/** Throws the refusal of a verdict: `forbidden` for a missing permission, else `invalid` with its reason. */
export function requireVerdict(given: Verdict): void {
  if (given.allowed) return;
  const code = given.reason === "permission_missing" ? "forbidden" : "invalid";
  throw new BerthError(code, given.message, {
    reason: given.reason,
    ...(given.permission ? { permission: given.permission } : {}),
  });
}
