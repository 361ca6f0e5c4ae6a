/** Weights are kept in grams and sizes in millimetres; people and APIs use the organization's units. */
export type WeightUnit = "kg" | "g" | "lb" | "oz";
export type DimensionUnit = "cm" | "in";

/** How an organization counts: ISO 4217 currency and its units. */
export type Standards = { currency: string; weightUnit: WeightUnit; dimensionUnit: DimensionUnit };

const gramsIn = { kg: 1000, g: 1, lb: 453.59237, oz: 28.349523125 } satisfies Record<WeightUnit, number>;
const millimetresIn = { cm: 10, in: 25.4 } satisfies Record<DimensionUnit, number>;

/** So many digits that a value typed with them comes back as it was typed. */
const weightDigits = { kg: 3, g: 0, lb: 2, oz: 1 } satisfies Record<WeightUnit, number>;

/** `present`: what is kept so far, to the gram, and stays where it is shown as this value. */
export function toGrams(value: number, unit: WeightUnit, present?: unknown): number {
  if (typeof present === "number" && fromGrams(present, unit) === value) return present;
  return Math.max(1, Math.round(value * gramsIn[unit]));
}

export function fromGrams(grams: number, unit: WeightUnit): number {
  return rounded(grams / gramsIn[unit], weightDigits[unit]);
}

/** `present`: as for {@link toGrams}. */
export function toMillimetres(value: number, unit: DimensionUnit, present?: unknown): number {
  if (typeof present === "number" && fromMillimetres(present, unit) === value) return present;
  return Math.max(1, Math.round(value * millimetresIn[unit]));
}

export function fromMillimetres(millimetres: number, unit: DimensionUnit): number {
  return rounded(millimetres / millimetresIn[unit], 1);
}

/** With digits enough that {@link toGrams} gives back the very same, for files. */
export function exactWeight(grams: number, unit: WeightUnit): number {
  return rounded(grams / gramsIn[unit], 6);
}

export function exactSize(millimetres: number, unit: DimensionUnit): number {
  return rounded(millimetres / millimetresIn[unit], 5);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

const amount = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

export function measureText(value: number, unit: WeightUnit | DimensionUnit): string {
  return `${amount.format(value)} ${unit}`;
}

/** Digits after the point of a currency's major unit (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * "12.50" of a currency in its minor unit, 1250; undefined for what is no amount of it. A comma groups thousands, or, with
 * one or two digits behind it, stands for the point.
 */
export function toMinor(text: string, currency: string): number | undefined {
  const digits = minorDigits(currency);
  const [, whole = "", part = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(withPoint(text.trim())) ?? [];
  if (whole === "" || part.length > digits) return undefined;
  return Number(`${whole}${part.padEnd(digits, "0")}`);
}

function withPoint(text: string): string {
  if (/^\d+,\d{1,2}$/.test(text)) return text.replace(",", ".");
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
}

/** 1250 of a currency as a field shows it: "12.50". */
export function majorText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

export function moneyText(minor: number, currency: string): string {
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(minor / 10 ** minorDigits(currency));
}
