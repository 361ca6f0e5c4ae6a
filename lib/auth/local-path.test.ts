import { describe, expect, it } from "vitest";
import { localPath, signInPath } from "./local-path";

describe("localPath", () => {
  it.each(["/", "/members", "/members?q=a%20b&sort=-name", "/handoff?host=a&to=%2Fmembers#top"])("keeps %s", (path) => {
    expect(localPath(path, "/x")).toBe(path);
  });

  it.each([
    undefined,
    ["/a", "/b"],
    "",
    "members",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/a\r\nSet-Cookie: x=y",
    "/\t/evil.example",
    "/./\u0000",
    "/.//evil.example",
    `/${"a".repeat(3000)}`,
  ])("refuses %j", (path) => {
    expect(localPath(path, "/x")).toBe("/x");
  });
});

it("names the way back", () => {
  expect(signInPath("/a?b=c")).toBe("/sign-in?to=%2Fa%3Fb%3Dc");
});
