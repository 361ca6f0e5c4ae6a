import { ChevronLeft, ChevronRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { addressWith, nextPage, previousPage } from "@/components/data-table/table-address";
import { buttonStyles } from "@/components/ui/button-styles";

type PagerProps = {
  query: URLSearchParams;
  count: number;
  total: number | undefined;
  cursor: string | null;
  trail: string[];
  next: string | null;
};

export function Pager({ query, count, total, cursor, trail, next }: PagerProps) {
  const page = trail.length + 1;
  return (
    <nav
      aria-label="Pages"
      className="flex min-h-12 items-center justify-between gap-4 border-t px-3 py-1.5 text-table"
    >
      <p className="text-muted tabular-nums">
        {total === undefined ? `${count} ${count === 1 ? "row" : "rows"}` : `${count} of ${total.toLocaleString("en")}`}
        {trail.length > 0 && `, page ${page}`}
      </p>
      {(cursor || next) && (
        <div className="flex gap-1.5">
          {cursor && trail.length !== 1 && (
            <Step href={addressWith(query, { cursor: null, trail: null })} label="First page">
              <ChevronsLeft />
            </Step>
          )}
          <Step href={trail.length > 0 ? previousPage(query, trail) : null} label="Previous">
            <ChevronLeft />
            Previous
          </Step>
          <Step href={next ? nextPage(query, cursor, trail, next) : null} label="Next">
            Next
            <ChevronRight />
          </Step>
        </div>
      )}
    </nav>
  );
}

function Step({ href, label, children }: { href: string | null; label: string; children: ReactNode }) {
  const className = buttonStyles({ size: "sm" });
  if (href) {
    return (
      <Link href={href} aria-label={label} className={className}>
        {children}
      </Link>
    );
  }
  return (
    <button type="button" disabled className={className}>
      {children}
    </button>
  );
}
