import { TypeID } from "typeid-js";
import { z } from "zod";

/** Ids outside are prefixed and sortable (TypeID, https://github.com/jetify-com/typeid); inside they are UUIDv7. */
export function encodeId<Prefix extends string>(prefix: Prefix, uuid: string): string {
  return TypeID.fromUUID(prefix, uuid).toString();
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
