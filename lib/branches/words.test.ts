import { describe, expect, it } from "vitest";
import type { BranchNode } from "./schema";
import { asLines, heldBy } from "./words";

const node = (id: string, parentId: string | null): BranchNode => ({
  ...{ id, parentId, name: id, code: id, kind: "depot", place: null, timeZone: null, manager: null },
  ...{ members: 0, archived: false },
});

describe("the tree in lines", () => {
  it("puts each branch below its parent, and on top where the parent is not shown", () => {
    const lines = asLines([node("b", "a"), node("a", null), node("c", "b"), node("z", "hidden")]);
    expect(lines.map(({ id, depth }) => [id, depth])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
      ["z", 0],
    ]);
  });
});

describe("what a branch holds", () => {
  it("says what there is and nothing else", () => {
    const nothing = { shipments: 0, orders: 0, assets: 0, customers: 0, members: 0, below: [] };
    expect(heldBy(nothing)).toBe("");
    expect(heldBy({ ...nothing, shipments: 1001, members: 1 })).toBe("more than 1,000 shipments and 1 member");
  });
});
