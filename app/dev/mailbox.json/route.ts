import { notFound } from "next/navigation";
import { openMailbox } from "@/lib/mail/mailbox";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const recipient = new URL(request.url).searchParams.get("to") ?? undefined;
  const entries = await openMailbox(recipient);
  return entries ? Response.json(entries, { headers: { "Cache-Control": "no-store" } }) : notFound();
}
