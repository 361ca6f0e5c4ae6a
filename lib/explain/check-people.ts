import type { SearchParams } from "@/lib/access/list-page";
import type { PageDoor } from "@/lib/access/page-door";
import { type Permission, permissions } from "@/lib/access/permissions";
import { listMembers } from "@/lib/members/operations";
import { explainAccess } from "./operations";
import { type Explanation, mostShown } from "./schema";

/** Who sees what the acting person's own explanation is about: the first others that a name fits, or of all, with why. */
export async function whoElseSees(door: PageDoor, own: Explanation, query: Awaited<SearchParams>) {
  const listed = await door.runIfAllowed(listMembers, { q: textOf(query.who), limit: mostShown + 1 });
  if (!listed) return null;
  const others = listed.data.filter(({ id }) => id !== own.member?.id).slice(0, mostShown);
  return Promise.all(others.map(({ id }) => door.run(explainAccess, { record: own.record?.id, member: id })));
}

export type Checked = { who: string; permission: string; found: Explanation[] | null; maySee: boolean };

/** The answer to "what can Maria do?" of a page: the people that the name fits, each with yes or no and why. */
export async function checkPeople(door: PageDoor, query: Awaited<SearchParams>): Promise<Checked> {
  const who = textOf(query.who);
  const asked = permissions.find((each) => each === query.permission);
  const listed = await door.runIfAllowed(listMembers, { q: who, limit: 5 });
  const told = { who, permission: asked ?? "", maySee: listed !== null };
  if (!listed || !asked || who === "") return { ...told, found: null };
  return { ...told, found: await Promise.all(listed.data.map(({ id }) => explain(door, id, asked))) };
}

const explain = (door: PageDoor, member: string, permission: Permission) =>
  door.run(explainAccess, { member, permission });

const textOf = (value: unknown): string => (typeof value === "string" ? value.slice(0, 100) : "");
