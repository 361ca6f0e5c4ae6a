export const colours = {
  background: "#f4f6f8",
  surface: "#ffffff",
  border: "#d9e0e7",
  text: "#17212b",
  muted: "#52606d",
  link: "#0b5cad",
  accent: "#0b5cad",
};

/** White or the text colour, whichever has more contrast on `background` (WCAG 2.2 relative luminance). */
export function readableOn(background: string): string {
  const light = luminance(background);
  return 1.05 / (light + 0.05) >= (light + 0.05) / (luminance(colours.text) + 0.05) ? "#ffffff" : colours.text;
}

function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
