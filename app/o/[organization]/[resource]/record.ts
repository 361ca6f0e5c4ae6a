import type { RecordActsProps } from "@/components/resource/record-acts";
import type { PageDoor } from "@/lib/access/page-door";
import type { Verdict } from "@/lib/access/verdict";
import { listBranchChoices } from "@/lib/branches/operations";
import { isMovable } from "@/lib/branches/schema";
import type { Resource } from "@/lib/resource/declaration";
import { type Extra, extras } from "./extras";
import { around } from "./resource-page";

/** What stands around a record on its page and beside its list. */
export async function readAround(door: PageDoor, resource: Resource, slug: string, id: string) {
  const kind = isMovable(resource.name) ? resource.name : undefined;
  const [history, branches, shell] = await Promise.all([
    door.runIfFound(resource.operations.history, { id, limit: 30 }),
    kind ? door.run(listBranchChoices, {}) : [],
    around(resource, slug),
  ]);
  return { history: history?.data ?? [], moving: kind ? { kind, branches } : null, ...shell };
}

type Around = Awaited<ReturnType<typeof readAround>>;

type Given = { door: PageDoor; resource: Resource; record: Record<string, unknown>; around: Around; listHref: string };

/** A record with what may be done to it. */
export async function withActs({ door, resource, record, around: all, listHref }: Given) {
  const { facts, organization, permissions, moving } = all;
  const abilities = record.abilities as { update: Verdict; remove: Verdict }; // as its output declares
  const branch = record.branch as { id: string } | null | undefined; // likewise, where it belongs to one
  const extra: Extra = (await extras[resource.name]?.({ door, record, organization, held: permissions })) ?? {};
  const acts: RecordActsProps = {
    facts: { name: facts.name, path: facts.path, words: facts.words },
    record: { id: String(record.id), name: String(record[resource.title]), branchId: branch?.id ?? null, abilities },
    moving,
    verbs: extra.verbs ?? [],
    organizationId: organization.id,
    listHref,
  };
  const { update } = abilities;
  const locked = !update.allowed && update.reason !== "permission_missing" ? update.message : undefined;
  return { acts, own: extra.acts, more: extra.more, locked };
}
