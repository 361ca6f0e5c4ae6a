import { listRoute } from "@/lib/csv/list-route";
import { registrationCsv } from "@/lib/registrations/columns-csv";
import { exportRegistrations } from "@/lib/registrations/operations";

export const dynamic = "force-dynamic";

export const GET = listRoute({ operation: exportRegistrations, columns: registrationCsv, name: "registrations" });
