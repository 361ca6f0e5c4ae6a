import Link from "next/link";
import { PublicShell } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";

type Props = { action: { href: string; label: string } };

/** For links that were used, replaced, ran out or never existed. */
export function DeadLink({ action }: Props) {
  return (
    <PublicShell
      title="This link is no longer valid"
      description="Links from mails work once and for a limited time. It may have been used already, or replaced by a newer one."
    >
      <Link href={action.href} className={buttonStyles({ variant: "primary", className: "w-full" })}>
        {action.label}
      </Link>
    </PublicShell>
  );
}
