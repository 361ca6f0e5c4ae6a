import type { MailboxEntry } from "@/lib/mail/mailbox";

export function MailView({ entry }: { entry: MailboxEntry }) {
  return (
    <article className="flex min-w-0 flex-col gap-4">
      <header>
        <h2 className="text-lg font-semibold">{entry.subject}</h2>
        <p className="text-sm text-muted">To {entry.to}</p>
      </header>
      <ul className="flex flex-col gap-1 text-sm">
        {entry.links.map((link) => (
          <li key={link}>
            <a href={link} className="break-all underline">
              {link}
            </a>
          </li>
        ))}
      </ul>
      <iframe
        title={`Mail: ${entry.subject}`}
        srcDoc={entry.html}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        className="h-[40rem] w-full rounded-lg border border-border"
      />
      <details className="rounded-lg border border-border p-3 text-sm">
        <summary className="cursor-pointer font-medium">Plain text</summary>
        <pre className="mt-3 whitespace-pre-wrap break-words font-mono text-xs">{entry.text}</pre>
      </details>
    </article>
  );
}
