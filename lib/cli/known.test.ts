import { defineCommand } from "citty";
import { expect, it } from "vitest";
import { unknownIn } from "./known";

const main = defineCommand({
  subCommands: {
    seed: { args: { rows: { type: "string" }, json: { type: "boolean" } } },
    verify: { subCommands: { audit: { args: { json: { type: "boolean" } } } } },
  },
});

it.each([
  [["seed", "--rows", "3", "--json"], undefined],
  [["seed", "--rows=-3", "--no-json"], undefined],
  [["verify", "audit", "--help"], undefined],
  [["--help"], undefined],
  [[], undefined],
  [["sow"], undefined], // said by what runs commands
  [["sow", "--help"], "There is no command berth sow."],
  [["verify", "trail", "-h"], "There is no command berth verify trail."],
  [["seed", "--row", "3"], "There is no option --row. See berth seed --help."],
  [["verify", "audit", "--jsn"], "There is no option --jsn. See berth verify audit --help."],
  [["seed", "--", "--row"], undefined],
])("of %j nobody knows: %s", async (words, says) => {
  expect(await unknownIn(main, words)).toBe(says);
});
