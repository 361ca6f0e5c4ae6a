import { Menu } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DocsNav, type NavPart } from "@/components/docs/docs-nav";
import { DocsSearch } from "@/components/docs/docs-search";
import { KeyProvider } from "@/components/docs/key-context";
import { PagesMenu } from "@/components/docs/pages-menu";
import { AccentLine } from "@/components/shell/accent-line";
import { Logo } from "@/components/ui/logo";

/** What stands around every page of the documentation. It works without any script. */
export function DocsShell({ parts, children }: { parts: NavPart[]; children: ReactNode }) {
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
          <DocsSearch />
          <Link
            href="/organizations"
            className="whitespace-nowrap rounded-[4px] text-muted hover:text-text max-sm:hidden"
          >
            Open Berth
          </Link>
        </header>
        <PagesMenu>
          <input type="checkbox" id="all-pages" aria-label="Show all pages" className="peer sr-only lg:hidden" />
          <label
            htmlFor="all-pages"
            className="flex h-11 items-center gap-2 border-b px-4 font-medium -outline-offset-2 peer-focus-visible:outline-2 peer-focus-visible:outline-ring sm:px-6 lg:hidden"
          >
            <Menu aria-hidden="true" className="size-4" />
            All pages
          </label>
          <nav
            aria-label="Documentation"
            className="hidden shrink-0 border-b px-2 py-4 peer-checked:block lg:sticky lg:top-[calc(3.5rem+3px)] lg:block lg:h-[calc(100dvh-3.5rem-3px)] lg:w-60 lg:overflow-y-auto lg:border-r lg:border-b-0 lg:px-3 lg:py-6"
          >
            <DocsNav parts={parts} />
          </nav>
          <div className="min-w-0 flex-1">{children}</div>
        </PagesMenu>
      </div>
    </KeyProvider>
  );
}
