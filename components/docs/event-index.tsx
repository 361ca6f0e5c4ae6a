import Link from "next/link";
import { Words } from "@/components/docs/words";
import type { EventKindLink } from "@/lib/docs/event-pages";

/** Every event by what it tells of. */
export function EventIndex({ kinds }: { kinds: readonly EventKindLink[] }) {
  return kinds.map(({ slug, title, href, events }) => (
    <section key={slug} aria-labelledby={slug} className="mb-8">
      <h2 id={slug} className="scroll-mt-20 font-semibold text-base">
        <Link href={href} prefetch={false} className="rounded-[4px] hover:underline">
          {title}
        </Link>
      </h2>
      <ul className="mt-2 divide-y overflow-hidden rounded-surface border">
        {events.map(({ type, anchor, when }) => (
          <li key={type}>
            <Link
              href={`${href}#${anchor}`}
              prefetch={false}
              className="block gap-4 px-3 py-2 -outline-offset-2 hover:bg-hover sm:flex"
            >
              <code className="block break-all font-mono text-accent text-table sm:w-56 sm:shrink-0 sm:leading-5">
                {type}
              </code>
              <span className="text-muted text-table">
                <Words text={when} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}
