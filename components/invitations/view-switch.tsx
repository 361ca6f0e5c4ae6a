import Link from "next/link";
import { classNames } from "@/components/ui/class-names";

const views = [
  { key: "open", label: "Open", href: "/invitations" },
  { key: "history", label: "History", href: "/invitations?view=history" },
] as const;

export function ViewSwitch({ view }: { view: "open" | "history" }) {
  return (
    <nav aria-label="Which invitations" className="mb-4 inline-flex gap-1 rounded-control bg-sunken p-1">
      {views.map(({ key, label, href }) => (
        <Link
          key={key}
          href={href}
          aria-current={view === key ? "page" : undefined}
          className={classNames(
            "flex h-7 items-center rounded-[4px] px-3 text-table touch:h-11",
            view === key ? "bg-surface font-medium shadow-xs" : "text-muted hover:text-text",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
