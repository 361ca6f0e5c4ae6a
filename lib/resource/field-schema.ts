import { z } from "zod";
import { choiceWords } from "@/lib/access/choice-words";
import { emailInput, line } from "@/lib/accounts/schema";
import { idInput } from "@/lib/ids";
import {
  amountInput,
  currencyInput,
  dimensionUnit,
  optionalDay,
  optionalLine,
  optionalMeasure,
  optionalText,
  switched,
  weightUnit,
} from "@/lib/measures/schema";
import { optionalPostal, postalInput } from "@/lib/postal/schema";

export type Choice = {
  value: string;
  label: string;
  tone?: "neutral" | "accent" | "positive" | "warning" | "danger" | "info";
};

/** What a reference leads to, as far as a page needs to know it. */
export type Linked = {
  name: string;
  path: string;
  prefix: string;
  /** "customer", in sentences. */
  one: string;
  /** The field by which people know one, and one that tells two of the same name apart. */
  title: string;
  detail?: string;
  /** Whether its list can be searched. */
  search: boolean;
};

type Common = {
  label: string;
  help?: string;
  required?: boolean;
  /** Where it stands in the table; "hidden" until somebody shows the column. Fields without it stand on the page only. */
  list?: true | "hidden";
  sort?: true;
  filter?: true;
  /** Given by the resource's own verbs or rules, never by a form. */
  fixed?: true;
  /** Given when the record is made; afterwards it changes by a verb of its own. */
  once?: true;
  /** The reason of the refusal where another record has this value: `taken` without. */
  taken?: string;
};

/** One field of a resource: plain data, so that a page can send it to the browser. */
export type Field = Common &
  (
    | { kind: "text"; most: number; mono?: true; pattern?: { source: string; says: string }; numbered?: string }
    | { kind: "paragraph"; most: number }
    | { kind: "email" }
    | { kind: "country" }
    | { kind: "choice"; options: readonly Choice[] }
    | { kind: "flag" }
    | { kind: "integer"; least: number; most: number }
    | { kind: "money" }
    | { kind: "weight" }
    | { kind: "size" }
    | { kind: "day" }
    | { kind: "postal" }
    | { kind: "reference"; to: Linked; fills?: Record<string, string> }
    | { kind: "secret"; most: number }
  );

/** `fills`: what choosing a record writes into fields beside it, such as its price, by its own field's name. */
export type Fields = Record<string, Field>;

/** Rows that belong to a record and are written with it, such as the lines of an order. */
export type LineFields = { name: string; label: string; one: string; most: number; fields: Fields };

export type Shape = { fields: Fields; lines?: LineFields | undefined };

/** The name of a field in an input: a reference is given by its id. */
export function inputName(name: string, field: Field): string {
  return field.kind === "reference" ? `${name}Id` : name;
}

const has = (fields: Fields, kind: Field["kind"]) => Object.values(fields).some((field) => field.kind === kind);

export function usesMoney({ fields, lines }: Shape): boolean {
  return has(fields, "money") || (lines !== undefined && has(lines.fields, "money"));
}

export function usesMeasures({ fields, lines }: Shape): boolean {
  const all = { ...lines?.fields, ...fields };
  return has(all, "weight") || has(all, "size");
}

/** What creating takes: required fields must be there. */
export function createShape(shape: Shape): z.ZodRawShape {
  return { ...fieldShape(shape.fields, true), ...linesShape(shape.lines, true), ...standardsShape(shape) };
}

/** What changing takes: whatever is left out stays as it is. */
export function updateShape(shape: Shape): z.ZodRawShape {
  return { ...fieldShape(shape.fields, false), ...linesShape(shape.lines, false), ...standardsShape(shape) };
}

function standardsShape(shape: Shape): z.ZodRawShape {
  return {
    ...(usesMoney(shape) ? { currency: currencyInput } : {}),
    ...(usesMeasures(shape) ? { weightUnit: weightUnit.optional(), dimensionUnit: dimensionUnit.optional() } : {}),
  };
}

function linesShape(lines: LineFields | undefined, whole: boolean): z.ZodRawShape {
  if (!lines) return {};
  const rows = z
    .array(z.strictObject(fieldShape(lines.fields, true)))
    .min(1, `At least one ${lines.one}.`)
    .max(lines.most, `At most ${lines.most}.`);
  return { [lines.name]: whole ? rows : rows.optional() };
}

function fieldShape(fields: Fields, whole: boolean): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, { fixed, once }]) => !fixed && (whole || !once))
      .map(([name, field]) => {
        const required = field.required === true;
        const schema = required ? requiredInput(field) : optionalInput(field);
        return [inputName(name, field), required && !whole ? schema.optional() : schema];
      }),
  );
}

function requiredInput(field: Field): z.ZodType {
  switch (field.kind) {
    case "text":
      return matching(line(field.most), field.pattern);
    case "paragraph":
      return optionalText(field.most).refine((text) => text !== null && text !== undefined, "This is missing.");
    case "email":
      return emailInput;
    case "choice":
      return choiceOf(field.options);
    case "country":
      return z.string().regex(/^[A-Z]{2}$/, "Choose a country.");
    case "reference":
      return idInput(field.to.prefix);
    case "integer":
      return whole(field);
    case "money":
      return amountInput.refine((value) => value !== null && value !== undefined && value !== "", "This is missing.");
    case "weight":
    case "size":
      return optionalMeasure.refine((value) => value !== null && value !== undefined, "Enter a number above 0.");
    case "day":
      return z.iso.date("Enter a day.");
    case "postal":
      return postalInput;
    case "flag":
      return switched;
    case "secret":
      return z.string().min(1, "This is missing.").max(field.most);
  }
}

function optionalInput(field: Field): z.ZodType {
  const empty = z.union([z.literal(""), z.null()]).transform(() => null);
  switch (field.kind) {
    case "text":
      return field.pattern
        ? optionalLine(field.most).refine(matches(field.pattern), field.pattern.says)
        : optionalLine(field.most);
    case "paragraph":
      return optionalText(field.most);
    case "money":
      return amountInput;
    case "weight":
    case "size":
      return optionalMeasure;
    case "day":
      return optionalDay;
    case "postal":
      return optionalPostal;
    case "flag":
      return switched.optional();
    case "secret":
      return z.string().max(field.most).optional();
    case "email":
      return optionalEmail;
    default:
      return z.union([empty, requiredInput(field)], { error: saidByLast }).optional();
  }
}

/** No union: forms show the first of several faults, and that is not the one that helps. */
const optionalEmail = z
  .string()
  .nullable()
  .transform((text, context) => {
    if (text === null || text.trim() === "") return null;
    const parsed = emailInput.safeParse(text);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? "Enter one e-mail address." });
    return z.NEVER;
  })
  .optional();

/** What the value itself is told, not that it is none of several. */
function saidByLast(issue: { code?: string | undefined; errors?: unknown }): string | undefined {
  const errors = issue.errors as { message: string }[][] | undefined; // of an invalid_union
  return errors?.at(-1)?.[0]?.message;
}

function choiceOf(options: readonly Choice[]) {
  const values = options.map(({ value }) => value) as [string, ...string[]]; // a choice has options
  return z.enum(values, { error: choiceWords });
}

function whole({ least, most }: { least: number; most: number }) {
  const says = `A whole number from ${least} to ${most.toLocaleString("en")}.`;
  return z.coerce.number(says).int(says).min(least, says).max(most, says);
}

type Pattern = { source: string; says: string } | undefined;

function matches(pattern: NonNullable<Pattern>) {
  const form = new RegExp(pattern.source);
  return (text: string | null | undefined) => text === null || text === undefined || form.test(text);
}

function matching(text: z.ZodType<string, string>, pattern: Pattern): z.ZodType {
  return pattern ? text.refine(matches(pattern), pattern.says) : text;
}
