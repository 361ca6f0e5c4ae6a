import { ofHost } from "@/lib/access/context-headers";
import { Handle } from "@/lib/access/handle";
import { trustedRequest } from "@/lib/access/trusted-request";
import { BerthError } from "@/lib/errors";
import { readParts } from "./export-file";
import { readAuditExport } from "./export-operations";

const kept = { "Cache-Control": "private, no-store" };
const types = { csv: "text/csv; charset=utf-8; header=present", jsonl: "application/jsonl; charset=utf-8" };

/** Sends an exported file to who may have it, while its link is open. */
export async function auditExportFile({ organization, id }: { organization: string; id: string }): Promise<Response> {
  const request = await trustedRequest();
  if (request.host.kind !== "organization" || request.host.slug !== organization || !request.session)
    return new Response(null, { status: 404, headers: kept });
  const handle = new Handle({ kind: "session", secret: request.session, audience: organization }, request.info);
  try {
    const file = await handle.run(readAuditExport, { id });
    const name = `${organization}-audit-${file.createdAt.toISOString().slice(0, 10)}.${file.format}`;
    const type = { "Content-Type": types[file.format], "Content-Disposition": `attachment; filename="${name}"` };
    return ofHost(new Response(streamOf(readParts(file)), { headers: { ...kept, ...type } }), handle);
  } catch (error) {
    if (!(error instanceof BerthError)) throw error;
    const status = error.status === 422 ? 404 : error.status;
    return ofHost(new Response(`${error.message}\n`, { status, headers: kept }), handle);
  }
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
