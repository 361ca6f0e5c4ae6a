import type { ArchivePreview, BranchNode } from "./schema";

export const kindNames: Record<BranchNode["kind"], string> = {
  region: "Region",
  depot: "Depot",
  department: "Department",
};

type Standing = { id: string; parentId: string | null };

export type Placed<Branch = BranchNode> = Branch & { depth: number };

/** The tree as lines from top to bottom, each with its depth. A branch whose parent is not among them stands on top. */
export function asLines<Branch extends Standing>(
  branches: Branch[],
  parentId: string | null = null,
  depth = 0,
): Placed<Branch>[] {
  const known = new Set(branches.map(({ id }) => id));
  return branches
    .filter((each) => (each.parentId && known.has(each.parentId) ? each.parentId : null) === parentId)
    .flatMap((each) => [{ ...each, depth }, ...asLines(branches, each.id, depth + 1)]);
}

/** The branches that a branch is part of, the top one first. */
export function above<Branch extends Standing>(branches: Branch[], id: string): Branch[] {
  const parentOf = (from: string) => {
    const parentId = branches.find((each) => each.id === from)?.parentId;
    return branches.find((each) => each.id === parentId);
  };
  const path: Branch[] = [];
  for (let at = parentOf(id); at && !path.includes(at); at = parentOf(at.id)) path.unshift(at);
  return path;
}

const joined = new Intl.ListFormat("en-GB");

/** "Chicago, Dallas and Newark". */
export function inWords(names: string[]): string {
  return joined.format(names);
}

const counted = (n: number, one: string, many: string) =>
  n === 0 ? [] : [`${n > 1000 ? "more than 1,000" : n} ${n === 1 ? one : many}`];

/** "12 shipments and 3 members", or nothing where the branch is empty. */
export function heldBy(preview: ArchivePreview): string {
  const { shipments, orders, assets, customers, members } = preview;
  return inWords([
    ...counted(shipments, "shipment", "shipments"),
    ...counted(orders, "order", "orders"),
    ...counted(assets, "asset", "assets"),
    ...counted(customers, "customer", "customers"),
    ...counted(members, "member", "members"),
  ]);
}
