export const themeCookie = "berth_theme";

export const themes = ["light", "dark", "system"] as const;

export type Theme = (typeof themes)[number];

export function themeOf(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
