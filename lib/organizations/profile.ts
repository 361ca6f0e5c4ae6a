import { z } from "zod";
import { currencyCodes, isCountry, timeZoneCodes } from "./regions";
import { setUpShape } from "./schema";

const country = setUpShape.country.refine(isCountry, "Choose a country.");
const currency = setUpShape.currency.refine((code) => currencyCodes.has(code), "Choose a currency.");
const timeZone = z.string().refine((zone) => timeZoneCodes.has(zone), "Choose a time zone.");

/** Everything that the set-up form asks for. */
export const setUpInput = z.strictObject({
  ...setUpShape,
  country,
  currency,
  time_zone: setUpShape.time_zone.pipe(timeZone),
});

/** By API only the name is required; the rest can follow in the settings. */
export const foundInput = z.strictObject({
  ...setUpInput.partial().shape,
  name: setUpShape.name,
});

export type Profile = z.output<typeof foundInput>;
