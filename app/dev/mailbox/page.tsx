import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { trustedRequest } from "@/lib/access/trusted-request";
import { openMailbox } from "@/lib/mail/mailbox";
import { MailList } from "./mail-list";
import { MailView } from "./mail-view";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Mailbox" };

const query = z.object({
  to: z.string().trim().min(1).optional().catch(undefined),
  mail: z.uuid().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MailboxPage({ searchParams }: Props) {
  if ((await trustedRequest()).host.kind !== "root") notFound();
  const { to, mail } = query.parse(await searchParams);
  const entries = (await openMailbox(to)) ?? notFound();
  const selected = entries.find((entry) => entry.id === mail) ?? entries[0];
  return (
    <main className="min-h-screen bg-background p-4 text-text sm:p-6">
      <h1 className="text-2xl font-semibold">Mailbox</h1>
      <p className="mt-1 text-sm text-muted">
        Mail stays here until RESEND_API_KEY or SMTP_URL is set. The last 50 are shown, times in UTC.
      </p>
      <form method="get" className="mt-4 flex max-w-md gap-2">
        <label htmlFor="to" className="sr-only">
          Recipient
        </label>
        <input
          id="to"
          name="to"
          type="search"
          defaultValue={to}
          placeholder="Show mail to this address only"
          className="h-9 min-w-0 flex-1 rounded-control border border-control bg-surface px-3 text-sm touch:h-11 touch:text-base"
        />
        <button
          type="submit"
          className="h-9 rounded-control border bg-surface px-4 font-medium text-sm hover:bg-hover touch:h-11"
        >
          Show
        </button>
      </form>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <MailList entries={entries} selectedId={selected?.id} recipient={to} />
        {selected ? <MailView entry={selected} /> : null}
      </div>
    </main>
  );
}
