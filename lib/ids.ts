import { TypeID } from "typeid-js";
import { z } from "zod";

/** Ids outside are prefixed and sortable (TypeID, https://github.com/jetify-com/typeid); inside they are UUIDv7. */
export function encodeId<Prefix extends string>(prefix: Prefix, uuid: string): string {
  return isUuid.test(uuid) ? `${prefix}_${suffixOf(uuid)}` : TypeID.fromUUID(prefix, uuid).toString();
}

const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** What the library's own does in a fraction of its time: the first 3 bits, 25 more, then 20 at a time. */
function suffixOf(uuid: string): string {
  const hex = uuid.replaceAll("-", "");
  const first = Number.parseInt(hex.slice(0, 7), 16);
  let suffix = digits.charAt(first >>> 25);
  for (let shift = 20; shift >= 0; shift -= 5) suffix += digits.charAt((first >>> shift) & 31);
  for (let at = 7; at < 32; at += 5) {
    const next = Number.parseInt(hex.slice(at, at + 5), 16);
    for (let shift = 15; shift >= 0; shift -= 5) suffix += digits.charAt((next >>> shift) & 31);
  }
  return suffix;
}

/** The UUID of an outside id, or undefined where it is not one of this kind. */
export function decodeId(prefix: string, id: string): string | undefined {
  try {
    return TypeID.fromString(id, prefix).toUUID();
  } catch {
    return undefined;
  }
}

/** Input: `mem_…` to its UUID. */
export function idInput(prefix: string) {
  return z
    .string()
    .transform((id, context) => {
      const uuid = decodeId(prefix, id);
      if (uuid === undefined) {
        context.addIssue({ code: "custom", message: `Not an id of this kind: it begins with ${prefix}_.` });
        return z.NEVER;
      }
      return uuid;
    })
    .meta({ example: `${prefix}_01h2xcejqtf2nbrexx3vqjhp41` });
}

/** Output: a UUID to `mem_…`. */
export function idOutput(prefix: string) {
  return z
    .uuid()
    .transform((uuid) => encodeId(prefix, uuid))
    .meta({ example: `${prefix}_01h2xcejqtf2nbrexx3vqjhp41` });
}
