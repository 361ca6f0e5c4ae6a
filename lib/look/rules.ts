export const largestLogo = 2_000_000;
export const logoTypes = ["image/png", "image/jpeg", "image/webp"];

/** Sides of the square pictures in pixels: lists, heads of pages, screens of double density. */
export const logoSizes = [64, 128, 256] as const;

/** The second logo stands on pages in the dark theme; without it the first one does. */
export const logoThemes = ["light", "dark"] as const;

export type LogoTheme = (typeof logoThemes)[number];

export type LogoSize = (typeof logoSizes)[number];

/**
 * The address of a logo, on whatever host the page is. It names the file, so it is never another picture later: a
 * replaced or removed logo's address answers "not found" for ever.
 */
export function logoPath(organizationId: string, file: string, size: LogoSize = 128): string {
  return `/look/${organizationId}/${file}/${size}.webp`;
}

type Logos = { id: string; logoFile: string | null; logoDarkFile: string | null };

/** The pictures of an organization as the interface takes them: what is not there is left out. */
export function logosOf({ id, logoFile, logoDarkFile }: Logos): { logo?: string; logoDark?: string } {
  return {
    ...(logoFile ? { logo: logoPath(id, logoFile) } : {}),
    ...(logoDarkFile ? { logoDark: logoPath(id, logoDarkFile) } : {}),
  };
}
