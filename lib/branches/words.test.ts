import { describe, expect, it } from "vitest";
import type { BranchNode } from "./schema";
import { above, asLines, heldBy } from "./words";

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

describe("the branches above one", () => {
  it("come from the top down, and end where the tree does, or would turn in a circle", () => {
    const tree = [
      { id: "region", parentId: null },
      { id: "depot", parentId: "region" },
      { id: "desk", parentId: "depot" },
      { id: "lost", parentId: "unseen" },
      { id: "egg", parentId: "hen" },
      { id: "hen", parentId: "egg" },
    ];
    const of = (id: string) => above(tree, id).map((branch) => branch.id);
    expect(of("desk")).toEqual(["region", "depot"]);
    expect(of("region")).toEqual([]);
    expect(of("lost")).toEqual([]);
    expect(of("egg")).toHaveLength(2);
  });
});

describe("what a branch holds", () => {
  it("says what there is and nothing else", () => {
    const nothing = { shipments: 0, orders: 0, assets: 0, customers: 0, members: 0, below: [] };
    expect(heldBy(nothing)).toBe("");
    expect(heldBy({ ...nothing, shipments: 1001, members: 1 })).toBe("more than 1,000 shipments and 1 member");
  });
});
