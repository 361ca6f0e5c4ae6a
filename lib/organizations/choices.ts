type Choice = { value: string; label: string };

export const industries = [
  { value: "parcel", label: "Parcel and courier" },
  { value: "freight", label: "Freight and forwarding" },
  { value: "last_mile", label: "Last mile delivery" },
  { value: "warehousing", label: "Warehousing and fulfilment" },
  { value: "retail", label: "Retail and e-commerce" },
  { value: "manufacturing", label: "Manufacturing" },
  { value: "procurement", label: "Procurement and wholesale" },
  { value: "food", label: "Food and beverage" },
  { value: "health", label: "Health and pharma" },
  { value: "public", label: "Public sector" },
  { value: "other", label: "Something else" },
] as const satisfies Choice[];

export const companySizes = [
  { value: "1-10", label: "1 to 10 people" },
  { value: "11-50", label: "11 to 50 people" },
  { value: "51-200", label: "51 to 200 people" },
  { value: "201-1000", label: "201 to 1,000 people" },
  { value: "1001+", label: "More than 1,000 people" },
] as const satisfies Choice[];

export const roleTemplates = [
  {
    value: "fleet",
    label: "Fleet",
    help: "Dispatchers, drivers and members. New people begin as User: they view and create shipments.",
  },
  {
    value: "procurement",
    label: "Procurement",
    help: "Buyers order, managers approve. New people begin as Buyer.",
  },
  {
    value: "staff",
    label: "Owner and staff",
    help: "New people begin as Staff with no rights; you switch on what each one may do.",
  },
] as const;

/** The codes of a list, for a zod enum. */
export function valuesOf<const Value extends string>(choices: readonly { value: Value }[]): Value[] {
  return choices.map(({ value }) => value);
}
