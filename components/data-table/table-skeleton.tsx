import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-40", "w-24", "w-32", "w-20", "w-28", "w-16"];

/** Rows of the right shape while the list is on its way; for a `loading.tsx`. */
export function TableSkeleton({ columns = 5, rows = 8 }: { columns?: number; rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="overflow-hidden rounded-surface border bg-surface">
      <div className="h-9 border-b bg-sunken" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have nothing else and never move
        <div key={row} className="flex h-10 items-center gap-6 border-b px-3 last:border-b-0">
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <div key={column} className="flex-1">
              <Skeleton className={`h-3.5 max-w-full ${widths[(row + column) % widths.length]}`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
