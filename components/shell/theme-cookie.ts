import { type Theme, themeCookie, themes } from "@/lib/theme";

/** Keeps the choice for every organization's host, where the browser allows it, and shows it at once. */
export function chooseTheme(theme: Theme) {
  const root = document.documentElement;
  const shared = root.dataset.cookieDomain;
  const within = shared && (location.hostname === shared || location.hostname.endsWith(`.${shared}`));
  const scope = within ? `; domain=${shared}` : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Safari and plain http
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax${scope}`;
  root.classList.remove(...themes);
  root.classList.add(theme);
}

export function shownTheme(): Theme {
  return themes.find((theme) => document.documentElement.classList.contains(theme)) ?? "system";
}
