import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";

/** A record that is not there, with the navigation still around it. */
export function PageMissing({ start }: { start: string }) {
  return (
    <EmptyState
      icon="search"
      title="There is nothing here"
      heading
      action={
        <Link href={start} className={buttonStyles()}>
          Go to the overview
        </Link>
      }
    >
      It may have been removed, or it is not open to you. Check the address.
    </EmptyState>
  );
}
