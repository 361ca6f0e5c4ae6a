export const largestLogo = 2_000_000;
export const logoTypes = ["image/png", "image/jpeg", "image/webp"];

/** Sides of the square pictures in pixels: lists, heads of pages, screens of double density. */
export const logoSizes = [64, 128, 256] as const;

export type LogoSize = (typeof logoSizes)[number];

/**
 * The address of a logo, on whatever host the page is. It names the file, so it is never another picture later: a
 * replaced or removed logo's address answers "not found" for ever.
 */
export function logoPath(organizationId: string, file: string, size: LogoSize = 128): string {
  return `/look/${organizationId}/${file}/${size}.webp`;
}
