import { describe, expect, it } from "vitest";
import { z } from "zod";
import { choiceWords } from "./choice-words";
import "./input-words";

const shape = z.strictObject({
  name: z.string().min(2).max(4),
  amount: z.number().int().positive(),
  when: z.iso.datetime(),
  mail: z.email(),
  kind: z.enum(["road", "rail", "sea"]),
  tags: z.array(z.string()).min(1).max(2),
  open: z.boolean(),
  own: z.string("Say it."),
  place: z.object({ city: z.string() }),
  either: z.union([z.literal("now"), z.number()]),
});

const fine = {
  name: "Ada",
  amount: 1,
  when: "2026-03-01T12:00:00Z",
  mail: "ada@example.com",
  kind: "road",
  tags: ["a"],
  open: true,
  own: "x",
  place: { city: "Kiel" },
  either: 1,
};

function said(change: Record<string, unknown>): string | undefined {
  return shape.safeParse({ ...fine, ...change }).error?.issues[0]?.message;
}

describe("a field without words of its own", () => {
  it.each([
    [{ name: undefined }, "This is missing."],
    [{ name: null }, "This is missing."],
    [{ name: 3 }, "This must be a text."],
    [{ name: "A" }, "This must have at least 2 characters."],
    [{ name: "Adaline" }, "This must have at most 4 characters."],
    [{ amount: "3" }, "This must be a number."],
    [{ amount: 1.5 }, "This must be a whole number."],
    [{ amount: 0 }, "This must be more than 0."],
    [{ when: "soon" }, "This is not a moment, such as 2026-03-01T12:00:00Z."],
    [{ mail: "ada" }, "This is not an e-mail address."],
    [{ kind: "air" }, "This must be road, rail or sea."],
    [{ kind: undefined }, "This is missing."],
    [{ tags: "a" }, "This must be a list."],
    [{ tags: [] }, "This must hold at least 1."],
    [{ tags: ["a", "b", "c"] }, "This must hold at most 2."],
    [{ open: "yes" }, "This must be true or false."],
    [{ place: "Kiel" }, "This must be an object."],
    [{ place: {} }, "This is missing."],
    [{ either: "later" }, "This has none of the forms that it may have."],
    [{ either: undefined }, "This is missing."],
  ])("says of %j: %s", (change, words) => expect(said(change)).toBe(words));

  it("says its own where it has them", () => expect(said({ own: 3 })).toBe("Say it."));
});

describe("a choice", () => {
  const schema = z.enum(["road", "rail"], { error: choiceWords });
  const said = (value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

  it("asks for one where none is made, and names them where it is none of them", () => {
    expect(["", undefined, "air"].map(said)).toEqual(["Choose one.", "Choose one.", "This must be road or rail."]);
  });
});
