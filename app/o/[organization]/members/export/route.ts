import { listRoute } from "@/lib/csv/list-route";
import { memberCsv } from "@/lib/members/columns-csv";
import { exportMembers } from "@/lib/members/operations";

export const dynamic = "force-dynamic";

export const GET = listRoute({ operation: exportMembers, columns: memberCsv, name: "members" });
