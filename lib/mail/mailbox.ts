import type pg from "pg";
import { appPool } from "@/db/connection";
import { env } from "@/lib/env";
import { type KeptMailRow, openKeptMail } from "./kept-mail";

export type MailboxEntry = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  at: Date;
};

const most = 50;

/** The built-in mailbox of this installation, or undefined where it is off. */
export async function openMailbox(recipient: string | undefined): Promise<MailboxEntry[] | undefined> {
  const { mailbox, secret } = env();
  return mailbox ? await readMailbox({ pool: appPool(), secret, recipient }) : undefined;
}

/** The mails that the built-in mailbox keeps, newest first; everybody's where no recipient is given. */
export async function readMailbox(given: {
  pool: pg.Pool;
  secret: string;
  recipient: string | undefined;
}): Promise<MailboxEntry[]> {
  const { pool, secret, recipient } = given;
  const { rows } = await pool.query<KeptMailRow>("select * from guard.mailbox($1, $2)", [recipient ?? null, most]);
  return rows.map((row) => {
    const mail = openKeptMail(secret, row);
    return { id: row.id, ...mail, links: linksIn(mail.text), at: row.created_at };
  });
}

function linksIn(text: string): string[] {
  return [...new Set(text.match(/\bhttps?:\/\/[^\s<>"]+/g))];
}
