import { type Sidebar, sidebarCookie } from "@/lib/sidebar";

/** A choice of this browser for every organization's host, where the browser allows it. */
export function keepForAllHosts(name: string, value: string) {
  const shared = document.documentElement.dataset.cookieDomain;
  const within = shared && (location.hostname === shared || location.hostname.endsWith(`.${shared}`));
  const scope = within ? `; domain=${shared}` : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Safari and plain http
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${scope}`;
}

export function keepSidebar(narrow: boolean) {
  const choice: Sidebar = narrow ? "narrow" : "wide";
  keepForAllHosts(sidebarCookie, choice);
}
