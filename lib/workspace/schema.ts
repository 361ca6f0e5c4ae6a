import { z } from "zod";
import { line } from "@/lib/accounts/schema";
import { lists } from "./choices";

/** `""` from a form empties a field, as null does. */
function emptied<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? null : value), schema.nullable());
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
const words = z
  .string()
  .trim()
  .max(500, "At most 500 characters.")
  .refine((text) => !control.test(text), "Control characters are not allowed here.");
const number = (schema: z.ZodNumber) =>
  emptied(z.preprocess((value) => (typeof value === "string" ? Number(value) : value), schema));
const whole = (least: number, most: number) => {
  const says = `A whole number from ${least} to ${most}.`;
  return number(z.number(says).int(says).min(least, says).max(most, says));
};
const weight = "A weight above 0, and 1,000,000 at most.";

const text = emptied(line(60));
const message = emptied(line(120));
const size = emptied(z.enum(lists.label_size));
const flag = z.preprocess((value) => (value === "true" ? true : value === "false" ? false : value), z.boolean());
const many = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .overwrite((list) => [...new Set(list)]);

/** What is stored as one JSON value, with what it is before anybody chose. */
const stored = {
  state_tax_id: text.default(null),
  federal_tax_id: text.default(null),
  default_label_type: emptied(z.enum(lists.default_label_type)).default("PDF"),
  insured_by_default: flag.default(false),
  customs_aes: text.default(null),
  customs_eel_pfc: text.default(null),
  customs_license_number: text.default(null),
  customs_certificate_number: text.default(null),
  customs_nip_number: text.default(null),
  customs_eori_number: text.default(null),
  customs_vat_registration_number: text.default(null),
  label_message_1: message.default(null),
  label_message_2: message.default(null),
  label_message_3: message.default(null),
  label_logo: emptied(line(2000)).default(null),
  print_label_size: size.default(null),
  print_label_show_options: flag.default(false),
  print_return_label_size: size.default(null),
  print_return_label_show_options: flag.default(false),
  print_customs_size: size.default(null),
  print_customs_show_options: flag.default(false),
  print_customs_with_label: flag.default(false),
  print_customs_copies: whole(1, 20).default(null),
  default_parcel_weight: number(z.number(weight).positive(weight).max(1_000_000, weight)).default(null),
  default_shipping_service: text.default(null),
  default_shipping_carrier: text.default(null),
  default_export_reason: emptied(z.enum(lists.default_export_reason)).default(null),
  default_delivery_instructions: emptied(words).default(null),
  label_show_postage_paid_logo: flag.default(false),
  label_show_qr_code: flag.default(false),
  customs_use_order_as_invoice: flag.default(false),
  pref_first_mile: many(lists.pref_first_mile).default([]),
  pref_last_mile: many(lists.pref_last_mile).default([]),
  pref_form_factor: many(lists.pref_form_factor).default([]),
  pref_age_check: emptied(z.enum(lists.pref_age_check)).default(null),
  pref_signature_required: flag.default(false),
  pref_max_lead_time_days: whole(0, 365).default(null),
  shipping_app_test_mode: flag.default(false),
};

export const storedWorkspace = z.object(stored);

/** What stands in columns of the organization, where the settings page and everything else reads it. */
const columns = {
  default_currency: z.string().regex(/^[A-Z]{3}$/, "Three letters, such as EUR."),
  default_country_code: emptied(z.string().regex(/^[A-Z]{2}$/, "Two letters, such as DE.")),
  default_weight_unit: z.enum(lists.default_weight_unit),
  default_dimension_unit: z.enum(lists.default_dimension_unit),
};

export const workspace = z.object({ ...columns, ...stored });

export type Workspace = z.output<typeof workspace>;

/** Every setting of API.md 4.6, each optional: only what is given changes. */
export const workspaceInput = z.strictObject({
  ...z.object(columns).partial().shape,
  ...Object.fromEntries(Object.entries(stored).map(([name, field]) => [name, field.unwrap().optional()])),
} as Optional<typeof columns> & Optional<Unwrapped>);

type Unwrapped = { [Name in keyof typeof stored]: ReturnType<(typeof stored)[Name]["unwrap"]> };
type Optional<Shape extends z.ZodRawShape> = { [Name in keyof Shape]: z.ZodOptional<Shape[Name]> };
