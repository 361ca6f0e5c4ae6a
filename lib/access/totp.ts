import { randomBytes } from "node:crypto";
import { base32crockford } from "@scure/base";
import { Secret, TOTP } from "otpauth";

/** What every authenticator app understands (RFC 6238): SHA-1, 30 seconds, 6 digits. */
const period = 30;
const parameters = { algorithm: "SHA1", digits: 6, period, issuer: "Berth" } as const;

/** 160 random bits as base 32, the length that RFC 4226 recommends. */
export function newSeed(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that a QR code carries to an authenticator app. */
export function seedAddress(seed: string, account: string): string {
  return new TOTP({ ...parameters, label: account, secret: Secret.fromBase32(seed) }).toString();
}

/** The code of an instant, for tests and clients. */
export function codeOf(seed: string, at = Date.now()): string {
  return new TOTP({ ...parameters, secret: Secret.fromBase32(seed) }).generate({ timestamp: at });
}

/** The step of the clock that a code belongs to, one step of drift to either side; undefined where it is wrong. */
export function stepOf(seed: string, code: string, at = Date.now()): number | undefined {
  const totp = new TOTP({ ...parameters, secret: Secret.fromBase32(seed) });
  const delta = totp.validate({ token: code, window: 1, timestamp: at }); // 0 is success, null is failure
  return delta === null ? undefined : Math.floor(at / 1000 / period) + delta;
}

export type FactorCode = { kind: "code" | "recovery"; text: string };

/** What somebody typed: six digits of an app, or a recovery code with or without its hyphen. */
export function readFactorCode(typed: string): FactorCode | undefined {
  const plain = typed.replace(/[\s\p{Pd}_.]/gu, "").toUpperCase();
  if (/^\d{6}$/.test(plain)) return { kind: "code", text: plain };
  const code = plain.replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? { kind: "recovery", text: code } : undefined;
}

/** Ten recovery codes of 50 random bits each, as the database takes them. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => base32crockford.encode(randomBytes(10)).slice(0, 10));
}

/** Two groups, to write down. */
export function shownRecoveryCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
