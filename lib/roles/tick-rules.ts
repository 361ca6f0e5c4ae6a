/** What the acting person may give to others, and what the organization's plan takes from every role for now. */
export type Reach = { givable: string[]; withheld: string[] };

type Facts = { from: string[]; own: boolean; reach: Reach };
type Tick = { checked: boolean; locked: boolean; note: string };

const owners = new Set(["organization.transfer", "organization.delete"]);
const everybodys = "organization.view";

/** How a permission stands in a role that is edited: ticked or not, out of reach or not, and why. */
export function tickOf(permission: string, { from, own, reach }: Facts): Tick {
  const inherited = from.length > 0;
  const checked = own || inherited || permission === everybodys;
  const givable = reach.givable.includes(permission);
  const locked = !givable || (!own && checked);
  return { checked, locked, note: noteOf() };

  function noteOf(): string {
    if (inherited) return `Inherited from ${from.join(", ")}`;
    if (permission === everybodys) return "Everybody who belongs holds this";
    if (owners.has(permission)) return "The owner's alone";
    if (!givable) return "You do not hold this yourself";
    return reach.withheld.includes(permission) ? `${permission} · not in your plan, held once it is` : permission;
  }
}
