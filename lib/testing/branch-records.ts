import { decodeId, encodeId } from "@/lib/ids";
import { addRecords } from "./branch-world";
import { makeBranch } from "./work-records";
import { guard, type Organization } from "./world";

const prefixes = { shipments: "shp", orders: "ord", assets: "ast", customers: "cus" };

/** A record of a kind in a branch of its own. */
export function makeIn(table: keyof typeof prefixes): (organization: Organization) => Promise<string> {
  return async (organization) => {
    const branch = decodeId("brn", await makeBranch(organization)) ?? null;
    const rows = await addRecords(organization.id, branch);
    return encodeId(prefixes[table], rows.find((row) => row.table === table)?.id ?? "");
  };
}

export async function makeArchivedBranch(organization: Organization): Promise<string> {
  const id = await makeBranch(organization);
  await guard`update public.branches set archived_at = now() where id = ${decodeId("brn", id) ?? ""}`;
  return id;
}
