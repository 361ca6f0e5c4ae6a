"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = { href: string; whole?: boolean | undefined; children: ReactNode };

/** A page in the list of pages, marked where it is open; `whole`: also where one of the pages below it is. */
export function NavLink({ href, whole, children }: NavLinkProps) {
  const path = usePathname();
  const open = path === href || (whole === true && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={open ? "page" : undefined}
      className={`flex min-h-8 items-center rounded-control px-2.5 py-1 -outline-offset-2 touch:min-h-11 ${
        open ? "bg-accent-soft font-medium text-text" : "text-muted hover:bg-hover hover:text-text"
      }`}
    >
      {children}
    </Link>
  );
}
