import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { BerthError } from "@/lib/errors";
import type { Around } from "./handle";
import { type AnyOperation, permissionOf } from "./operation";
import type { Permission } from "./permissions";

const record = z.record(z.string(), z.unknown());

/**
 * Where a form says what it was drawn with: nobody else changes that from here on, and it still stands so. What somebody
 * changed meanwhile goes back with the refusal, for the form to show.
 */
export function asShown({ changes }: AnyOperation, form: FormData): Around | undefined {
  const shown = form.get("shown");
  if (typeof shown !== "string" || !changes) return undefined;
  const before = fieldsOf(shown);
  return async (act, work) => {
    const now = fieldsOf(JSON.stringify(await asItStands(changes, act)));
    const changed = Object.keys(before).filter((name) => name in now && !isDeepStrictEqual(now[name], before[name]));
    if (changed.length > 0)
      throw new BerthError("conflict", meanwhile, {
        reason: "changed_meanwhile",
        present: Object.fromEntries(changed.map((name) => [name, now[name]])),
      });
    return work();
  };
}

const meanwhile =
  "Somebody else changed this while you had it open, and nothing of yours is saved yet. What you typed still stands here, and what you left alone shows what they chose. Save again to put yours in place.";

/** What a write is about to change, as its reader shows it; nobody else changes it until this transaction ends. */
export async function asItStands(
  { shownBy, lock }: NonNullable<AnyOperation["changes"]>,
  { db, actor, input }: Parameters<Around>[0],
): Promise<unknown> {
  requireSight(shownBy, actor);
  await lock(db, input);
  return shownBy.output.parse(
    await shownBy.run({ db, actor, input: ofReader(shownBy, input), renew: () => undefined }),
  );
}

/** Whoever may change something and not see it learns nothing of how it stands. */
function requireSight(shownBy: AnyOperation, actor: object): void {
  if (shownBy.scope === "platform") return;
  const view = permissionOf(shownBy) as Permission | null; // an organization's operation has one
  const rights = "rights" in actor ? (actor.rights as { has: (permission: Permission) => boolean }) : undefined; // of an organization's actor
  if (view === null || !rights?.has(view))
    throw new BerthError("forbidden", "You do not have the permission for this.", {
      reason: "permission_missing",
      permission: view ?? "",
    });
}

/** Of a write's input what its reader takes. */
function ofReader({ input: schema }: AnyOperation, input: unknown): Record<string, unknown> {
  const wanted = Object.keys("shape" in schema ? schema.shape : {});
  return Object.fromEntries(Object.entries(input ?? {}).filter(([name]) => wanted.includes(name)));
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    return record.parse(JSON.parse(text));
  } catch {
    throw new BerthError("invalid", "This form does not say what it shows. Reload the page and try again.");
  }
}
