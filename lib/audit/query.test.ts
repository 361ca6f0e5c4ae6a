import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionsOf } from "./conditions";
import { momentsOf, parseQuery, writeQuery } from "./query-rules";
import { completed, suggestionsAt } from "./suggestion-rules";

const conditions = (text: string) => conditionsOf(parseQuery(text).terms, "018f0000-0000-7000-8000-000000000001");

describe("a query of the audit trail", () => {
  it("reads qualifiers, negation, either-or, quotes and free text", () => {
    expect(parseQuery('actor:maria -action:viewed,refused record:"Blue box" lost -"two words"')).toEqual({
      terms: [
        { key: "actor", not: false, values: ["maria"] },
        { key: "action", not: true, values: ["viewed", "refused"] },
        { key: "record", not: false, values: ["Blue box"] },
        { key: "text", not: false, values: ["lost"] },
        { key: "text", not: true, values: ["two words"] },
      ],
      faults: [],
    });
  });

  it.each([
    ["acter:maria", "There is no “acter:”. Did you mean “actor:”?"],
    ["action:creatde", "“action:” does not know “creatde”. Did you mean “created”?"],
    ["created:2026-02-31", "“2026-02-31” is no day. Write 2026-01-31, >=2026-01-31, or 2026-01-01..2026-01-31."],
    ["created:yesterday", "“yesterday” is no day. Write 2026-01-31, >=2026-01-31, or 2026-01-01..2026-01-31."],
    ["ip:nowhere", "“nowhere” is no address. Write 192.0.2.7, or 192.0.2.* for all that begin so."],
    ["request:4711", "“4711” is no request id. Copy one from an entry."],
    ['"open', "A quotation mark is left open."],
    ["via:", "Say what follows “via:”. By means of: person, key, import, berth, platform, support."],
  ])("says what is wrong with %s", (text, fault) => {
    expect(parseQuery(text).faults).toEqual([fault]);
  });

  it("takes addresses of pages as text", () => {
    expect(parseQuery("https://example.com").terms).toEqual([
      { key: "text", not: false, values: ["https://example.com"] },
    ]);
  });

  it("is the same after it was written down", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9 ,:.-]{0,12}[a-z]$/);
    const term = fc.record({
      key: fc.constantFrom("actor" as const, "record" as const, "text" as const),
      not: fc.boolean(),
      values: fc.array(
        word.map((text) => text.replaceAll(/\s+/g, " ")),
        { minLength: 1, maxLength: 1 },
      ),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
        expect(parseQuery(writeQuery(terms))).toEqual({ terms, faults: [] });
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        conditionsOf(parseQuery(text).terms, null);
      }),
    );
  });

  it("knows what is meant by a value", () => {
    expect(conditions("actor:me")).toMatchObject([{ on: "person" }]);
    expect(conditions("actor:bob")).toMatchObject([{ on: "actor", values: ["bob"] }]);
    expect(conditions("action:created,changed")).toMatchObject([{ on: "action", values: ["insert", "update"] }]);
    expect(conditions("-action:keys.*")).toMatchObject([{ on: "operation", not: true, values: ["keys.*"] }]);
    expect(conditions("record:shipments")).toMatchObject([{ on: "type", values: ["shipments"] }]);
    expect(conditions("record:shp_01h2xcejqtf2nbrexx3vqjhp41")).toMatchObject([{ on: "record" }]);
    expect(conditions("record:scanner")).toMatchObject([{ on: "name", values: ["scanner"] }]);
    expect(conditions("via:person")).toMatchObject([{ on: "via", values: ["session", "account", "token"] }]);
  });

  it("reads times with both ends", () => {
    expect(momentsOf("2026-01-01..2026-01-31")).toEqual({ from: "2026-01-01", until: "2026-01-31" });
    expect(conditions("created:2026-01-31")).toMatchObject([{ on: "within", values: ["2026-01-31", "2026-02-01"] }]);
    expect(conditions("created:>2026-01-31")).toMatchObject([{ on: "from", values: ["2026-02-01"] }]);
    expect(conditions("-created:<=2026-12-31")).toMatchObject([{ on: "until", not: true, values: ["2027-01-01"] }]);
    expect(conditions("created:>=2026-01-31T09:59")).toMatchObject([{ values: ["2026-01-31T09:59"] }]);
  });
});

describe("suggestions", () => {
  const known = { people: ["Maria Tester", "Bob"], operations: ["keys.create"] };
  const at = (text: string) => suggestionsAt(text, text.length, known);

  it("offer qualifiers, then their values, each for the part under the caret", () => {
    expect(at("").list.map(({ text }) => text)).toContain("actor:");
    expect(at("lost -act").list.map(({ text }) => text)).toEqual(["-actor:", "-action:"]);
    expect(at("actor:mar").list[0]?.text).toBe('actor:"Maria Tester"');
    expect(at("action:refused,keys").list[0]?.text).toBe("action:refused,keys.create");
  });

  it("put what was chosen in its place", () => {
    const text = "lost act and more";
    const place = suggestionsAt(text, 8, known);
    expect(completed(text, place, "action:")).toBe("lost action:and more");
    expect(completed(text, place, "action:created")).toBe("lost action:created and more");
  });
});
