import { describe, expect, it } from "vitest";
import { isForeignWrite } from "./origin";

const write = {
  method: "POST",
  cookie: "a=b",
  origin: "https://acme.berth.example",
  host: "acme.berth.example",
  protocol: "https:",
};

describe("isForeignWrite", () => {
  it("accepts own pages, reads, and callers without cookies", () => {
    expect(isForeignWrite(write)).toBe(false);
    expect(isForeignWrite({ ...write, method: "GET", origin: null })).toBe(false);
    expect(isForeignWrite({ ...write, cookie: null, origin: null })).toBe(false);
  });

  it.each([
    null,
    "null",
    "",
    "https://berth.example",
    "https://globex.berth.example",
    "http://acme.berth.example",
    "https://acme.berth.example:8443",
    "https://acme.berth.example/",
    "https://ACME.berth.example",
  ])("refuses %j", (origin) => {
    expect(isForeignWrite({ ...write, origin })).toBe(true);
  });
});
