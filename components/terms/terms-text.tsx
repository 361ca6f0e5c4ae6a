import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";
import type { Terms } from "@/lib/terms/schema";

export function TermsText({ terms }: { terms: Omit<Terms, "accepted_at"> }) {
  const { version, body, url, adds_members, published_at } = terms;
  return (
    <div className="space-y-5">
      <p className="text-muted text-table">
        Version {version}, <DateTime value={published_at} withTime={false} />
      </p>
      <section
        aria-label="Text of the terms"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        tabIndex={0}
        className="max-h-[50vh] overflow-y-auto whitespace-pre-line break-words rounded-surface border bg-sunken px-4 py-3"
      >
        {body}
      </section>
      {url && (
        <p>
          The whole text: <TextLink href={url}>{url.replace(/^https:\/\//, "")}</TextLink>
        </p>
      )}
      {adds_members && (
        <p className="text-muted">
          Whoever accepts agrees that servers of this platform may add them to organizations. You can leave each of them
          at any time.
        </p>
      )}
    </div>
  );
}
