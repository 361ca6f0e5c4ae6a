import { Menu, Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DocsNav } from "@/components/docs/docs-nav";
import { KeyProvider } from "@/components/docs/key-context";
import { SearchKey } from "@/components/docs/search-key";
import { AccentLine } from "@/components/shell/accent-line";
import { Logo } from "@/components/ui/logo";
import type { Part } from "@/lib/docs/chapters";

type DocsShellProps = {
  parts: readonly Part[];
  hrefs: Record<string, string>;
  groups: { slug: string; title: string }[];
  children: ReactNode;
};

/** What stands around every page of the documentation. It works without any script. */
export function DocsShell({ children, ...nav }: DocsShellProps) {
  return (
    <KeyProvider>
      <div className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only rounded-control bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-60"
        >
          Skip to content
        </a>
        <AccentLine />
        <header className="sticky top-0.75 z-30 flex h-14 items-center gap-4 border-b bg-background px-4 sm:px-6">
          <Link href="/docs" className="flex items-center gap-2 rounded-[4px]">
            <Logo />
            <span className="text-base text-muted">Docs</span>
          </Link>
          <form action="/docs/search" className="relative ml-auto w-full max-w-72">
            <Search aria-hidden="true" className="absolute top-2.5 left-2.5 size-4 text-muted" />
            <input
              type="search"
              name="q"
              aria-label="Search the docs"
              placeholder="Search"
              autoComplete="off"
              className="h-9 w-full rounded-control border border-control bg-surface pr-9 pl-8.5 touch:h-11"
            />
            <SearchKey />
          </form>
          <Link
            href="/organizations"
            className="whitespace-nowrap rounded-[4px] text-muted hover:text-text max-sm:hidden"
          >
            Open Berth
          </Link>
        </header>
        <div className="mx-auto flex w-full max-w-360 flex-1">
          <nav
            aria-label="Documentation"
            className="sticky top-[calc(3.5rem+3px)] hidden h-[calc(100dvh-3.5rem-3px)] w-60 shrink-0 overflow-y-auto border-r px-3 py-6 lg:block"
          >
            <DocsNav {...nav} />
          </nav>
          <div className="min-w-0 flex-1">
            <details className="group border-b lg:hidden">
              <summary className="flex h-11 list-none items-center gap-2 px-4 font-medium sm:px-6">
                <Menu aria-hidden="true" className="size-4" />
                All pages
              </summary>
              <nav aria-label="All pages" className="px-2 py-3 sm:px-4">
                <DocsNav {...nav} />
              </nav>
            </details>
            {children}
          </div>
        </div>
      </div>
    </KeyProvider>
  );
}
