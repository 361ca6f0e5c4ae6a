import { z } from "zod";
import { SealError, seal, unseal } from "@/lib/seal";
import type { MailMessage } from "./message";

const keptMail = z.object({ to: z.string(), subject: z.string(), html: z.string(), text: z.string() });

export type KeptMail = z.output<typeof keptMail>;
export type KeptMailRow = { id: string; recipient: string; sealed_message: string; created_at: Date };

/** A mail as the mailbox stores it: it opens only in the row with this id. */
export function sealKeptMail(secret: string, message: MailMessage): string {
  const { id, to, subject, text } = message;
  return seal(secret, place(id), JSON.stringify({ to, subject, html: withPictures(message), text } satisfies KeptMail));
}

/** The mailbox page has no parts to take a picture from: it stands in the HTML itself. */
function withPictures({ html, pictures = [] }: MailMessage): string {
  return pictures.reduce(
    (page, { id, contentType, bytes }) =>
      page.replaceAll(`cid:${id}`, `data:${contentType};base64,${bytes.toString("base64")}`),
    html,
  );
}

/** Opens a stored mail. One that was sealed under another secret says so in place of its words. */
export function openKeptMail(secret: string, row: KeptMailRow): KeptMail {
  try {
    return keptMail.parse(JSON.parse(unseal(secret, place(row.id), row.sealed_message)));
  } catch (error) {
    if (error instanceof SealError) {
      return { to: row.recipient, subject: "This mail cannot be opened", text: error.message, html: "" };
    }
    throw error;
  }
}

function place(id: string): string {
  return `-|mailbox|sealed_message|${id}`;
}
