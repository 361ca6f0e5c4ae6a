import { describe, expect, it } from "vitest";
import { loggedPath, noteRequest, type RequestNote, withRequestNote } from "./log";

describe("the log", () => {
  it("keeps queries and codes out of paths", () => {
    expect(loggedPath("/members?search=anna&token=abc")).toBe("/members");
    expect(loggedPath("/join/8F4K-22QX")).toBe("/join/[redacted]");
    expect(loggedPath("/reset-password/abc/def?x")).toBe("/reset-password/[redacted]/def");
  });

  it("adds a note to the request that is being answered only", () => {
    noteRequest({ actor: "nobody" });
    const note: RequestNote = {};
    withRequestNote(note, () => noteRequest({ organization: "org_1" }));
    expect(note).toEqual({ organization: "org_1" });
  });
});
