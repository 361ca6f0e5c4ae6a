import { addBranch, addRecords, place } from "./branch-world";
import { addMember, createOrganization } from "./world";

/** North with a depot below it, South, and a dispatcher-like member of North. */
export async function twoBranches(role = "member") {
  const organization = await createOrganization();
  const tree = new Map<string, string | null>();
  const north = await addBranch(organization, tree, null);
  const depot = await addBranch(organization, tree, north);
  const south = await addBranch(organization, tree, null);
  const [inNorth, inDepot, inSouth, inNone] = [
    await addRecords(organization.id, north),
    await addRecords(organization.id, depot),
    await addRecords(organization.id, south),
    await addRecords(organization.id, null),
  ];
  const member = await addMember(organization, { role });
  await place(organization, member, { role, all: false, given: [{ branch: north, role: null }] });
  const of = (rows: typeof inNorth, table: string) => rows.find((row) => row.table === table)?.id ?? "";
  return { organization, member, north, depot, south, inNorth, inDepot, inSouth, inNone, of };
}
