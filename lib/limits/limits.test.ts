import { expect, it } from "vitest";
import { inWords } from "./limits";

it("says how long to wait as people do", () => {
  const said = [0.2, 1, 1.4, 60, 90, 3600, 85_000].map(inWords);
  expect(said).toEqual(["a second", "a second", "2 seconds", "60 seconds", "2 minutes", "60 minutes", "24 hours"]);
});
