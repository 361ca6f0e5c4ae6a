import type { PageDoor } from "@/lib/access/page-door";
import { decodeId } from "@/lib/ids";
import { listKeys } from "@/lib/keys/operations";
import type { ApiKey } from "@/lib/keys/schema";
import { isOver } from "@/lib/keys/states";
import { memberLink } from "@/lib/members/link";
import { findMember, listMembers } from "@/lib/members/operations";

/** A menu of more is read by nobody; all others are found by searching. */
const mostPeople = 20;

/**
 * Whose calls a log can be narrowed to, as far as the acting person may see them: the keys of its mode, people, and
 * whoever the address names. `more`: where all others are found. `elsewhere`: the key that the address names, where its
 * calls are those of the other mode.
 */
export async function callersOf(door: PageDoor, by: unknown) {
  const test = door.request.info.test === true;
  const [keys, members] = await Promise.all([
    door.runIfAllowed(listKeys, {}),
    door.runIfAllowed(listMembers, { limit: mostPeople }),
  ]);
  const isHere = ({ mode }: ApiKey) => (mode === "test") === test;
  const named = keys?.data.find(({ id }) => id === by);
  const shown = (keys?.data ?? []).filter((key) => key === named || (isHere(key) && !isOver(key)));
  const people = members?.data ?? [];
  const far = members && typeof by === "string" && decodeId("mem", by) && !people.some(({ id }) => id === by);
  const person = far ? await door.runIfFound(findMember, { id: by }) : null;
  return {
    callers: [
      // Two keys may have one label, as before and after a rotation.
      ...shown.map(({ id, label, last4 }) => ({ value: id, label: `${label} …${last4}` })),
      ...(person ? [person, ...people] : people).map(({ id, name }) => ({ value: id, label: name })),
    ],
    more: members?.next_cursor ? memberLink : undefined,
    elsewhere: named && !isHere(named) ? named : null,
  };
}
