import type { ShellNavItem } from "@/components/shell/types";

/** The nav item that the path belongs to: the longest one that it begins with. */
export function currentItem(nav: ShellNavItem[], path: string): ShellNavItem | undefined {
  return nav.filter((item) => covers(item.href, path)).toSorted((one, other) => other.href.length - one.href.length)[0];
}

function covers(href: string, path: string): boolean {
  const target = href.replace(/^https?:\/\/[^/]+/, "") || "/";
  return target === path || (target !== "/" && path.startsWith(`${target}/`));
}
