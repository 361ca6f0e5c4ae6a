import { Marked } from "@/components/docs/marked-words";
import type { Found } from "@/components/docs/use-hits";
import { classNames } from "@/components/ui/class-names";

type HitListProps = {
  id: string;
  found: Found;
  active: number;
  onActive: (at: number) => void;
  onGo: (href: string) => void;
};

/** What was found, below the search. Focus stays in the field; the arrows move the mark. */
export function HitList({ id, found: { words, hits, more }, active, onActive, onGo }: HitListProps) {
  const all = `/docs/search?q=${encodeURIComponent(words)}`;
  return (
    <div className="absolute top-full right-0 mt-1.5 w-[min(34rem,calc(100vw-2rem))] overflow-hidden rounded-surface border bg-surface shadow-lg">
      <div
        id={`${id}hits`}
        role="listbox"
        aria-label="Found in the docs"
        className="max-h-[min(28rem,calc(100dvh-6rem))] overflow-y-auto p-1.5"
      >
        {hits.map(({ title, where, href, excerpt }, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          <div
            key={`${href} ${title}`}
            id={`${id}${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            ref={(element) => {
              if (at === active) element?.scrollIntoView({ block: "nearest" });
            }}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onActive(at)}
            onClick={() => onGo(href)}
            className={classNames("cursor-pointer rounded-control px-3 py-2", at === active && "bg-hover")}
          >
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">
                <Marked text={title} words={words} />
              </span>
              <span className="text-muted text-xs">{where}</span>
            </p>
            {excerpt && (
              <p className="truncate text-muted text-table">
                <Marked text={excerpt} words={words} />
              </p>
            )}
          </div>
        ))}
      </div>
      {hits.length === 0 && <p className="px-4 py-5 text-muted">Nothing has all these words. Try fewer of them.</p>}
      {more && (
        <a
          href={all}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            event.preventDefault();
            onGo(all);
          }}
          className="block border-t px-4.5 py-2.5 text-accent text-table hover:bg-hover"
        >
          All results for “{words.trim()}”
        </a>
      )}
    </div>
  );
}
