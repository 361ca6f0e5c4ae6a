import Link from "next/link";
import { PublicShell } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";

export const metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <PublicShell
      title="There is nothing here"
      description="The page may have moved, or it is not open to you. Check the address, or start again."
    >
      <Link href="/" className={buttonStyles({ variant: "primary" })}>
        Go to the start
      </Link>
    </PublicShell>
  );
}
