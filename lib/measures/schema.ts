import { z } from "zod";

export const weightUnit = z.enum(["kg", "g", "lb", "oz"]);
export const dimensionUnit = z.enum(["cm", "in"]);
export const standards = z.object({ currency: z.string(), weightUnit, dimensionUnit });

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/;
const lineBreak = /[\n\r\t]/;

/** One line that may be missing: "" and null both empty it. */
export function optionalLine(most: number) {
  return z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .refine((text) => !control.test(text) && !lineBreak.test(text), "Line breaks are not allowed here.")
    .transform((text) => (text === "" ? null : text))
    .nullable()
    .optional();
}

/** Several lines that may be missing. */
export function optionalText(most: number) {
  return z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .refine((text) => !control.test(text), "Control characters are not allowed here.")
    .transform((text) => (text === "" ? null : text.replaceAll("\r\n", "\n")))
    .nullable()
    .optional();
}

const measured = (most: number) =>
  z.coerce
    .number("Enter a number.")
    .positive("Enter a number above 0.")
    .max(most, `At most ${most.toLocaleString("en")}.`);

/** A weight or size in the unit that the same input names, else in the organization's. */
export const measureInput = measured(50_000_000);

/** Also nothing. Its own fault is told, not that it is none of several: forms would show none at all. */
export const optionalMeasure = z
  .union([z.string(), z.number()])
  .nullable()
  .transform((given, context) => {
    if (given === null || given === "") return null;
    const parsed = measured(1_000_000).safeParse(given);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? "Enter a number." });
    return z.NEVER;
  })
  .optional();

/** An amount: an integer in the currency's minor unit, or text in its major unit, "12.50". */
export const amountInput = z
  .union([z.number().int().min(0).max(Number.MAX_SAFE_INTEGER), z.string().trim().max(20)])
  .nullable()
  .optional()
  .meta({ description: "An integer in the minor unit of the currency, or text in its major unit such as 12.50." });

export const currencyInput = z
  .string()
  .regex(/^[A-Z]{3}$/, "Choose a currency.")
  .optional();

/** A day as YYYY-MM-DD, or nothing. */
export const optionalDay = z
  .union([z.literal("").transform(() => null), z.iso.date("Enter a day.")])
  .nullable()
  .optional();

/** A switch that is off sends nothing. */
export const switched = z.union([z.boolean(), z.enum(["true", "false", ""]).transform((text) => text === "true")]);
