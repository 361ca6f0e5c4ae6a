import type { ReactNode } from "react";
import { AccentLine } from "@/components/shell/accent-line";
import type { FormAction } from "@/components/shell/types";
import { Button } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";

type BareShellProps = { signOut: FormAction; children: ReactNode };

/** Around a page of an organization that keeps this request out: nothing of the organization, and a way to leave. */
export function BareShell({ signOut, children }: BareShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <AccentLine />
      <header className="flex h-14 items-center justify-between border-b px-4 sm:px-6">
        <Logo />
        <form action={signOut}>
          <Button type="submit" size="sm">
            Sign out
          </Button>
        </form>
      </header>
      <main id="content" className="mx-auto w-full max-w-4xl flex-1 px-4 py-6 sm:px-6">
        {children}
      </main>
    </div>
  );
}
