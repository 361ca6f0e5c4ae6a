import { env } from "@/lib/env";
import { openMailPayload } from "@/lib/mail/payload";
import { guard } from "./world";

/** Mails that wait for delivery to an address, oldest first, opened. */
export async function sentMails(to: string): Promise<{ template: string; props: Record<string, unknown> }[]> {
  const rows = await guard<{ payload: unknown }[]>`
    select payload from guard.jobs where task = 'mail.send' and payload ->> 'to' = ${to} order by id`;
  return rows.map(({ payload }) => openMailPayload(env().secret, payload));
}

/** The token of the link in the newest mail of this template. */
export async function mailedToken(to: string, template: string): Promise<string> {
  const mail = (await sentMails(to)).filter((each) => each.template === template).at(-1);
  return new URL(String(mail?.props.link)).searchParams.get("token") ?? "";
}
