import type { ReactNode } from "react";

/** `apart`: in a page of its own, so that what was typed here stays. */
type GuideLinkProps = { href: string; apart?: boolean; children: ReactNode };

/** A way from a page to the guide about it, which stands on the root host. */
export function GuideLink({ href, apart = false, children }: GuideLinkProps) {
  return (
    <a
      href={href}
      {...(apart && { target: "_blank", rel: "noopener" })}
      className="rounded-[4px] font-medium text-accent underline-offset-2 hover:underline"
    >
      {children}
      {apart && <span className="sr-only"> (opens a new tab)</span>}
    </a>
  );
}
