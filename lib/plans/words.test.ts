import { expect, it } from "vitest";
import { makeRoom } from "./words";

it("says how many have to go until one more fits", () => {
  expect(makeRoom("Revoke", { most: 1, used: 1 })).toBe("Revoke one to make room.");
  expect(makeRoom("Revoke", { most: 1, used: 4 })).toBe("Revoke 4 to make room.");
  expect(makeRoom("Delete", { most: 5, used: 1_238 })).toBe("Delete 1,234 to make room.");
});
