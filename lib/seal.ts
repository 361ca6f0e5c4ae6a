import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const version = "v1";
const nonceLength = 12;
const tagLength = 16;

/** The sealed text was made with another secret, for another place, or was changed. */
export class SealError extends Error {
  override readonly name = "SealError";
}

/**
 * Encrypts with AES-256-GCM under a key derived from `secret`. `aad` names the place that the value belongs to
 * (`organization|table|column|row`); a sealed value moved to another place does not open.
 */
export function seal(secret: string, aad: string, plaintext: string): string {
  const { key, keyId } = deriveKey(secret);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagLength });
  cipher.setAAD(boundContext(keyId, aad));
  const body = Buffer.concat([nonce, cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${keyId}.${body.toString("base64url")}`;
}

/** Opens what {@link seal} made with the same secret and place. Throws {@link SealError} for anything else. */
export function unseal(secret: string, aad: string, sealed: string): string {
  const [sealedVersion, sealedKeyId, encoded, ...rest] = sealed.split(".");
  if (sealedVersion !== version || !sealedKeyId || !encoded || rest.length > 0) {
    throw new SealError("This is not a sealed value.");
  }
  const { key, keyId } = deriveKey(secret);
  if (sealedKeyId !== keyId) {
    throw new SealError(`This value was sealed with key ${sealedKeyId.slice(0, 8)}, the present one is ${keyId}.`);
  }
  return decrypt(key, boundContext(keyId, aad), Buffer.from(encoded, "base64url"));
}

function decrypt(key: Buffer, aad: Buffer, body: Buffer): string {
  if (body.length < nonceLength + tagLength) {
    throw new SealError("This is not a sealed value.");
  }
  const decipher = createDecipheriv("aes-256-gcm", key, body.subarray(0, nonceLength), { authTagLength: tagLength });
  decipher.setAAD(aad);
  decipher.setAuthTag(body.subarray(body.length - tagLength));
  try {
    const text = [decipher.update(body.subarray(nonceLength, body.length - tagLength)), decipher.final()];
    return Buffer.concat(text).toString("utf8");
  } catch (cause) {
    throw new SealError("The sealed value was changed, or belongs to another place.", { cause });
  }
}

const derivedKeys = new Map<string, { key: Buffer; keyId: string }>();

function deriveKey(secret: string): { key: Buffer; keyId: string } {
  const known = derivedKeys.get(secret);
  if (known) {
    return known;
  }
  const derived = {
    key: Buffer.from(hkdfSync("sha256", secret, "", "berth/seal/v1/key", 32)),
    keyId: Buffer.from(hkdfSync("sha256", secret, "", "berth/seal/v1/id", 4)).toString("hex"),
  };
  derivedKeys.set(secret, derived);
  return derived;
}

function boundContext(keyId: string, aad: string): Buffer {
  return Buffer.from(`${version}.${keyId}|${aad}`, "utf8");
}
