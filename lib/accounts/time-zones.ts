import { z } from "zod";

/** Names of the IANA zones that this runtime and the database both know. */
export const timeZones: readonly string[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
];

export const timeZoneInput = z.string().refine((zone) => timeZones.includes(zone), "Choose a time zone from the list.");
