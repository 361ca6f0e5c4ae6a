import type { ReactNode } from "react";

type GuideLinkProps = { href: string; children: ReactNode };

/** A way from a page to the guide about it, which stands on the root host. */
export function GuideLink({ href, children }: GuideLinkProps) {
  return (
    <a href={href} className="rounded-[4px] font-medium text-accent underline-offset-2 hover:underline">
      {children}
    </a>
  );
}
