import fc from "fast-check";
import { TypeID } from "typeid-js";
import { expect, it } from "vitest";
import { decodeId, encodeId } from "./ids";

it("writes ids as the library does, and reads them back", () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(encodeId("mem", uuid)).toBe(TypeID.fromUUID("mem", uuid).toString());
      expect(decodeId("mem", encodeId("mem", uuid))).toBe(uuid);
    }),
  );
  for (const uuid of ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"])
    expect(encodeId("org", uuid)).toBe(TypeID.fromUUID("org", uuid).toString());
});
