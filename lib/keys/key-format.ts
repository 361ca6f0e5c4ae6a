import { randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const checkLength = 6;

/**
 * A new API key: `key_` (`key_test_` where it is for tests), the organization's part (3 to 6 letters and digits, so that a leaked key says whose it is), an id
 * of 10, 43 random base62 digits (256 bits) and a checksum of 6. Shown once; the database keeps its hash.
 */
export function newApiKey(organizationPart: string, mode: "live" | "test" = "live"): string {
  const part = organizationPart
    .replace(/[^0-9A-Za-z]/g, "")
    .slice(0, 6)
    .padEnd(3, "x");
  const body = `key_${mode === "test" ? "test_" : ""}${part}${randomDigits(10)}${randomDigits(43)}`;
  return body + checksum(body);
}

/** A server's credential: `srv_`, 43 random base62 digits (256 bits) and the checksum. */
export function newServerKey(): string {
  const body = `srv_${randomDigits(43)}`;
  return body + checksum(body);
}

export function isWellFormedServerKey(text: string): boolean {
  return /^srv_[0-9A-Za-z]{49}$/.test(text) && checksum(text.slice(0, -checkLength)) === text.slice(-checkLength);
}

/** Whether a text can be one of our keys at all: its form and checksum. Checked before the database is asked. */
export function isWellFormedKey(text: string): boolean {
  if (!/^key_(test_)?[0-9A-Za-z]{62,65}$/.test(text)) return false;
  return checksum(text.slice(0, -checkLength)) === text.slice(-checkLength);
}

function randomDigits(length: number): string {
  return Array.from({ length }, () => digits.charAt(randomInt(digits.length))).join("");
}

function checksum(body: string): string {
  let rest = crc32(body);
  let text = "";
  for (let place = 0; place < checkLength; place += 1) {
    text = digits.charAt(rest % digits.length) + text;
    rest = Math.floor(rest / digits.length);
  }
  return text;
}
