import { notFound } from "next/navigation";
import { trustedRequest } from "@/lib/access/trusted-request";
import { openMailbox } from "@/lib/mail/mailbox";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  if ((await trustedRequest()).host.kind !== "root") notFound();
  const recipient = new URL(request.url).searchParams.get("to") ?? undefined;
  const entries = await openMailbox(recipient);
  return entries ? Response.json(entries, { headers: { "Cache-Control": "no-store" } }) : notFound();
}
