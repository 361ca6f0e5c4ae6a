import type { PostalAddress } from "./schema";

const countryNames = new Intl.DisplayNames("en", { type: "region" });

/** The lines of a label. */
export function postalLines({
  name,
  company,
  street,
  extra,
  city,
  region,
  postcode,
  country,
}: PostalAddress): string[] {
  const town = [postcode, city, region].filter(Boolean).join(" ");
  return [name, company, street, extra, town, countryNames.of(country) ?? country].filter(Boolean);
}

export const emptyPostal: PostalAddress = {
  name: "",
  company: "",
  street: "",
  extra: "",
  city: "",
  region: "",
  postcode: "",
  country: "",
  phone: "",
  email: "",
};
