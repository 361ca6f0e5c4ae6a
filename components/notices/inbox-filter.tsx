import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";

type InboxFilterProps = {
  places: { name: string; slug: string; unread: number | null }[];
  chosen: string | undefined;
  total: number;
  show: string;
};

/** One organization or all, each with what is unread there. */
export function InboxFilter({ places, chosen, total, show }: InboxFilterProps) {
  const lines = [{ name: "All organizations", slug: undefined, unread: total }, ...places];
  return (
    <nav aria-label="Organization" className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {lines.map((place) => (
          <li key={place.slug ?? ""}>
            <Link
              href={{
                pathname: "/notifications",
                query: { ...(place.slug && { organization: place.slug }), ...(show !== "all" && { show }) },
              }}
              aria-current={place.slug === chosen ? "true" : undefined}
              className={buttonStyles({ size: "sm", variant: place.slug === chosen ? "primary" : "secondary" })}
            >
              <span className="max-w-48 truncate">{place.name}</span>
              {place.unread !== null && place.unread > 0 && (
                <span className="tabular-nums">
                  {place.unread}
                  <span className="sr-only"> unread</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
