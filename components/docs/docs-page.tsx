import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Heading } from "@/lib/docs/guides";

type Step = { title: string; href: string };
type DocsPageProps = {
  title: string;
  lead?: ReactNode;
  headings: Heading[];
  before?: Step | undefined;
  after?: Step | undefined;
  wide?: boolean;
  children: ReactNode;
};

/** One page: its text, what it contains beside it, and the ways on below. */
export function DocsPage({ title, lead, headings, before, after, wide = false, children }: DocsPageProps) {
  return (
    <div className="flex">
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-8 outline-none sm:px-8 lg:px-10">
        <div className={wide ? "max-w-280" : "max-w-180"}>
          <h1 className="text-balance font-semibold text-3xl tracking-tight">{title}</h1>
          {lead && <p className="mt-2.5 text-base text-muted leading-6">{lead}</p>}
          <div className="mt-6">{children}</div>
          {(before || after) && (
            <nav aria-label="Pages before and after" className="mt-14 flex justify-between gap-4 border-t pt-6">
              {before ? <Way {...before} back /> : <span />}
              {after && <Way {...after} />}
            </nav>
          )}
        </div>
      </main>
      {headings.length > 1 && !wide && (
        <nav
          aria-label="On this page"
          className="sticky top-[calc(3.5rem+3px)] hidden h-[calc(100dvh-3.5rem-3px)] w-56 shrink-0 overflow-y-auto py-9 pr-6 text-table xl:block"
        >
          <p className="mb-1.5 font-medium">On this page</p>
          <ul>
            {headings.map(({ id, text, depth }) => (
              <li key={id} className={depth > 2 ? "pl-3" : undefined}>
                <a href={`#${id}`} className="block rounded-[4px] py-1 text-muted hover:text-text">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

function Way({ title, href, back = false }: Step & { back?: boolean }) {
  return (
    <Link href={href} prefetch={false} className="flex items-center gap-2 rounded-[4px] py-2 font-medium text-accent">
      {back && <ArrowLeft aria-hidden="true" className="size-4" />}
      {title}
      {!back && <ArrowRight aria-hidden="true" className="size-4" />}
    </Link>
  );
}
