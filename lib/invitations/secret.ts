import { randomBytes } from "node:crypto";
import { base32crockford } from "@scure/base";

export type InvitationSecret = { kind: "link" | "code"; secret: string };

/** 256 bits for a link. */
export function newToken(): string {
  return `inv_${randomBytes(32).toString("base64url")}`;
}

/** Ten unambiguous characters (Crockford's base 32, https://www.crockford.com/base32.html): 50 random bits. */
export function newCode(): string {
  return base32crockford.encode(randomBytes(10)).slice(0, 10);
}

/** Two groups, to read aloud. */
export function showCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/**
 * What somebody followed or typed: a link's token as it is, a code in any case, with or without its hyphen, with the
 * letters that people mistake for digits. Undefined for what can be neither.
 */
export function readSecret(text: string): InvitationSecret | undefined {
  const plain = text.trim();
  if (/^inv_[A-Za-z0-9_-]{43}$/.test(plain)) return { kind: "link", secret: plain };
  const code = plain
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? { kind: "code", secret: code } : undefined;
}
