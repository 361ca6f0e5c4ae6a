import { z } from "zod";
import { seal, unseal } from "@/lib/seal";
import type { MailMessage } from "./message";

const keptMail = z.object({ subject: z.string(), html: z.string(), text: z.string() });

export type KeptMail = z.output<typeof keptMail>;

/** A mail as the mailbox stores it: only this id and recipient open it. */
export function sealKeptMail(secret: string, { id, to, subject, html, text }: MailMessage): string {
  return seal(secret, place(id, to), JSON.stringify({ subject, html, text } satisfies KeptMail));
}

export function openKeptMail(secret: string, row: { id: string; recipient: string; sealed_message: string }): KeptMail {
  return keptMail.parse(JSON.parse(unseal(secret, place(row.id, row.recipient), row.sealed_message)));
}

function place(id: string, recipient: string): string {
  return `mailbox|${recipient}|${id}`;
}
