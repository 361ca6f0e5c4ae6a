/** Colours as `#rrggbb` in lower case: the only form in which an organization's colour is kept, sent or shown. */
export const colourPattern = /^#[0-9a-f]{6}$/;

/** The grounds of both themes on which the colour of an organization stands (app/globals.css, `--background` to `--raised`). */
const grounds = { light: ["#ffffff", "#f8fafc"], dark: ["#0e1219", "#1e242f"] };

const leastForShapes = 3;
const leastForText = 4.5;
const white = "#ffffff";
const ink = "#17212b";

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * How a chosen colour is shown in each theme: as it is where it stands out from the ground by 3 to 1 (WCAG 2.2, 1.4.11),
 * else darker or lighter by as little as that takes.
 */
export function themeColours(colour: string): { light: string; dark: string } {
  const enough = (against: string[]) => (shade: string) =>
    against.every((ground) => contrast(shade, ground) >= leastForShapes);
  return {
    light: mixedUntil(colour, "#000000", enough(grounds.light)),
    dark: mixedUntil(colour, white, enough(grounds.dark)),
  };
}

/** The value of `--brand`: it follows the theme. */
export function brandValue(colour: string): string {
  const { light, dark } = themeColours(colour);
  return `light-dark(${light}, ${dark})`;
}

/** The ground of white letters: 4.5 to 1. */
export function tileColour(colour: string): string {
  return mixedUntil(colour, "#000000", (shade) => contrast(shade, white) >= leastForText);
}

/** A button with words on it: white or dark ones, at 4.5 to 1. */
export function buttonColours(colour: string): { background: string; text: string } {
  const textOn = (ground: string) => (contrast(ground, white) >= contrast(ground, ink) ? white : ink);
  const background = mixedUntil(colour, "#000000", (shade) => contrast(shade, textOn(shade)) >= leastForText);
  return { background, text: textOn(background) };
}

function mixedUntil(colour: string, towards: string, enough: (shade: string) => boolean): string {
  for (let share = 0; share < 1; share += 0.02) {
    const shade = mixed(colour, towards, share);
    if (enough(shade)) return shade;
  }
  return towards;
}

function mixed(colour: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((start) => {
    const value = channel(colour, start) * (1 - share) + channel(other, start) * share;
    return Math.round(value).toString(16).padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

function channel(colour: string, start: number): number {
  return Number.parseInt(colour.slice(start, start + 2), 16);
}

function luminance(colour: string): number {
  const linear = (start: number) => {
    const value = channel(colour, start) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}
