import { z } from "zod";
import { colourPattern } from "@/lib/colour";
import { outsideId } from "@/lib/outside-id";
import { largestLogo, logoSizes, logoThemes } from "./rules";

/** `""` from a form takes the colour away. */
const colour = z.preprocess(
  (value) => (value === "" ? null : value),
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(colourPattern, "A colour as six hexadecimal digits, such as #0b5cad.")
    .nullable(),
);

export const lookInput = z.strictObject({ accent: colour });

const theme = z.enum(logoThemes).default("light");

export const removeLogoInput = z.strictObject({ theme });

export const logoInput = z.strictObject({
  theme,
  image: z
    .custom<Uint8Array>((value) => value instanceof Uint8Array, { error: "Choose a picture." })
    .refine((bytes) => bytes.length > 0, "Choose a picture.")
    .refine((bytes) => bytes.length <= largestLogo, "The file is larger than 2 MB. Choose a smaller one."),
});

export const visibilityInput = z.strictObject({
  publicly_visible: z.preprocess((value) => value === true || value === "true", z.boolean()),
});

export const look = z.object({
  id: outsideId("org"),
  name: z.string(),
  slug: z.string(),
  accent: z.string().nullable(),
  logo_file: z.string().nullable(),
  logo_dark_file: z.string().nullable(),
  publicly_visible: z.boolean(),
});

export type Look = z.output<typeof look>;

/** What a stranger may see. */
export const publicLook = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  accent: z.string().nullable(),
  logoFile: z.string().nullable(),
  logoDarkFile: z.string().nullable(),
});

export type PublicLook = z.output<typeof publicLook>;

export const logoReference = z.strictObject({
  organization: z.uuid(),
  file: z.string().regex(/^[0-9a-f]{32}$/),
  size: z.enum(logoSizes.map(String)),
});

export const audience = z.enum(["everybody", "members"]).nullable();
