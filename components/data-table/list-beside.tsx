import { Maximize2, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";

type ListBesideProps = { head: ReactNode; panel: ReactNode; children: ReactNode };

/** A list and the record that is open beside it; where there is no room for both, the record alone. */
export function ListBeside({ head, panel, children }: ListBesideProps) {
  return (
    <>
      <div className={classNames(panel && "max-xl:hidden")}>{head}</div>
      <div className={classNames(panel && "grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_28rem]")}>
        <div className={classNames("min-w-0", panel && "max-xl:hidden")}>{children}</div>
        {panel}
      </div>
    </>
  );
}

type RecordPanelProps = {
  title: string;
  meta?: ReactNode;
  pageHref?: string;
  closeHref: string;
  acts?: ReactNode;
  children: ReactNode;
};

export function RecordPanel({ title, meta, pageHref, closeHref, acts, children }: RecordPanelProps) {
  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col rounded-surface border bg-surface xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6.5rem)]"
    >
      <header className="border-b px-5 py-3">
        <div className="flex items-start justify-between gap-2">
          <h2 className="min-w-0 break-words pt-1 font-semibold text-base">{title}</h2>
          <span className="-mr-2 flex shrink-0">
            {pageHref && (
              <IconButton label="Open as page" size="sm" render={<Link href={pageHref} />}>
                <Maximize2 />
              </IconButton>
            )}
            <IconButton label="Close" size="sm" render={<Link href={closeHref} scroll={false} />}>
              <X />
            </IconButton>
          </span>
        </div>
        {meta && <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">{meta}</div>}
        {acts && <div className="mt-3 flex flex-wrap items-center gap-2">{acts}</div>}
      </header>
      <div className="min-h-0 space-y-6 overflow-y-auto px-5 py-4">{children}</div>
    </section>
  );
}

export function PanelPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** The address names a record that is not there, or not for these eyes: both are answered alike. */
export function MissingPanel({ closeHref }: { closeHref: string }) {
  return (
    <RecordPanel title="There is nothing here" closeHref={closeHref}>
      <EmptyState icon="search" title="This record cannot be shown" className="py-8">
        It may have been removed, or it is not open to you. Choose another one of the list.
      </EmptyState>
    </RecordPanel>
  );
}
