import { auditExportFile } from "@/lib/audit/export-route";

type Context = { params: Promise<{ organization: string; id: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return auditExportFile(await params);
}
