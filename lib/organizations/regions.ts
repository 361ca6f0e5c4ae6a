import countries from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };

countries.registerLocale(english);

const byName = (one: { label: string }, other: { label: string }) => one.label.localeCompare(other.label, "en");

/** ISO 3166-1 alpha-2. */
export const countryOptions = Object.entries(countries.getNames("en"))
  .map(([value, label]) => ({ value, label }))
  .sort(byName);

const currencyNames = new Intl.DisplayNames("en", { type: "currency" });

/** ISO 4217, those in use today as the runtime's CLDR lists them. */
export const currencyCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

export const currencyOptions = [...currencyCodes].map((value) => ({
  value,
  label: `${value} · ${currencyNames.of(value) ?? value}`,
}));

/** IANA zones. */
export const timeZoneCodes: ReadonlySet<string> = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);

export const timeZoneOptions = [...timeZoneCodes].map((value) => {
  const [area = "", ...rest] = value.split("/");
  const label = value.replaceAll("_", " ");
  return rest.length > 0 ? { value, label, group: area } : { value, label };
});

export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countries.isValid(code);
}

const euro = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK";
const ownCurrency: Record<string, string> = {
  AE: "AED", AR: "ARS", AU: "AUD", BG: "BGN", BR: "BRL", CA: "CAD", CH: "CHF", CL: "CLP", CN: "CNY", CO: "COP",
  CZ: "CZK", DK: "DKK", EG: "EGP", GB: "GBP", HK: "HKD", HU: "HUF", ID: "IDR", IL: "ILS", IN: "INR", JP: "JPY",
  KE: "KES", KR: "KRW", MA: "MAD", MX: "MXN", MY: "MYR", NG: "NGN", NO: "NOK", NZ: "NZD", PE: "PEN", PH: "PHP",
  PK: "PKR", PL: "PLN", RO: "RON", RS: "RSD", SA: "SAR", SE: "SEK", SG: "SGD", TH: "THB", TR: "TRY", TW: "TWD",
  UA: "UAH", US: "USD", VN: "VND", ZA: "ZAR",
}; // biome-ignore format: a table

/** Country and currency that an Accept-Language header hints at, to prefill a form. */
export function regionOf(acceptLanguage: string): { country: string; currency: string } {
  const country = acceptLanguage
    .split(",")
    .map((part) => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/.exec(part.trim())?.[1])
    .find((code) => code !== undefined && isCountry(code));
  if (!country) return { country: "", currency: "" };
  return { country, currency: euro.split(" ").includes(country) ? "EUR" : (ownCurrency[country] ?? "") };
}
