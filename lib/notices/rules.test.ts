import { describe, expect, it } from "vitest";
import { groupNotices } from "./rules";

let count = 0;
const notice = (kind: string, read = false) => {
  count += 1;
  return { id: `n${count}`, kind, title: `Title ${count}`, readAt: read ? new Date() : null };
};

const shapes = (kinds: [string, boolean?][]) =>
  groupNotices(kinds.map(([kind, read]) => notice(kind, read))).map(({ title, all }) => [
    title.replace(/^Title.*/, "one"),
    all.length,
  ]);

describe("groupNotices", () => {
  it("says how many of a kind are unread, wherever they stand", () => {
    const waiting = "registration.waiting";
    expect(shapes([[waiting], ["ownership"], [waiting], ["member_joined"], [waiting]])).toEqual([
      ["3 new requests", 3],
      ["one", 1],
      ["one", 1],
    ]);
  });

  it("joins read ones only where they follow each other, and never with unread ones", () => {
    const joined = "member_joined";
    expect(shapes([[joined], [joined, true], [joined, true], ["ownership", true], [joined, true]])).toEqual([
      ["one", 1],
      ["2 people joined", 2],
      ["one", 1],
      ["one", 1],
    ]);
  });

  it("keeps apart what says something different each time", () => {
    expect(shapes([["ownership"], ["ownership"], ["delegation"], ["delegation"]])).toHaveLength(4);
  });

  it("loses no notice", () => {
    const all = ["registration.due", "ownership", "registration.due", "registration.escalated"].map((kind) =>
      notice(kind),
    );
    expect(groupNotices(all).flatMap((line) => line.all)).toHaveLength(all.length);
  });
});
