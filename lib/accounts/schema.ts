import { z } from "zod";

const allowed = /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@"(),:;<>[\]\\]+\.[^\s@"(),:;<>[\]\\.]+$/;

/**
 * One e-mail address, normalised as the database does: NFKC, lower case, an international domain as ASCII. Quoted local
 * parts, lists, comments and line breaks are refused.
 */
export const emailInput = z
  .string()
  .max(320, "This address is too long.")
  .transform((text, context) => {
    const plain = text.normalize("NFKC").trim().toLowerCase();
    const at = plain.lastIndexOf("@");
    const address = `${plain.slice(0, at)}@${asciiDomain(plain.slice(at + 1))}`;
    if (at < 1 || plain.indexOf("@") !== at || address.length > 254 || !allowed.test(address) || plain.includes("\0")) {
      context.addIssue({ code: "custom", message: "Enter one e-mail address, such as maria@example.com." });
      return z.NEVER;
    }
    return address;
  });

/** An international domain as it is sent (WHATWG URL, which servers and browsers share); "" for what is none. */
function asciiDomain(domain: string): string {
  if (/[\s/?#@:%[\]\\]/.test(domain)) return "";
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return "";
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** One line of text that people read: trimmed, no control characters. */
export function line(most: number, least = 1) {
  return z
    .string()
    .trim()
    .min(least, least === 1 ? "This is missing." : `At least ${least} characters.`)
    .max(most, `At most ${most} characters.`)
    .refine((text) => !control.test(text), "Line breaks and control characters are not allowed here.");
}

export const passwordInput = z.string().min(12, "At least 12 characters.").max(200, "At most 200 characters.");
