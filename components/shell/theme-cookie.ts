import { keepForAllHosts } from "@/components/shell/shared-cookie";
import { type Theme, themeCookie, themes } from "@/lib/theme";

/** Keeps the choice for every organization's host, where the browser allows it, and shows it at once. */
export function chooseTheme(theme: Theme) {
  keepForAllHosts(themeCookie, theme);
  const { classList } = document.documentElement;
  classList.remove(...themes);
  classList.add(theme);
}

export function shownTheme(): Theme {
  return themes.find((theme) => document.documentElement.classList.contains(theme)) ?? "system";
}
