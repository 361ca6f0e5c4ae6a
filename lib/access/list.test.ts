import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "./cursor";
import { anyOf, containsText, keyset, listInput, searchInput } from "./list";
import { knownParams } from "./list-page";

beforeAll(() => {
  process.env.BERTH_SECRET = "a secret for tests only, of a fair length";
});

const input = listInput({
  sorts: ["name", "joined"],
  sort: "name",
  filters: { q: searchInput, role: anyOf(z.string().max(40)) },
});
const place = { list: "members.list", owner: "o1", sort: "name", filters: { q: "", role: [] } };
const bad = expect.objectContaining({ code: "invalid", status: 422, reason: "bad_cursor" });
const sorts = {
  name: { by: sql`lower(name)`, type: "text" },
  joined: { by: sql`joined_at`, type: "timestamptz" },
} as const;

describe("list input", () => {
  it("has an order, a limit and filters of its own", () => {
    expect(input.parse({})).toEqual({ limit: 50, sort: "name", q: "", role: [] });
    expect(input.parse({ limit: "7", sort: "-joined", role: "user,admin" })).toMatchObject({
      limit: 7,
      sort: "-joined",
      role: ["user", "admin"],
    });
  });

  it.each([
    { limit: 101 },
    { limit: 1e9 },
    { limit: 0 },
    { limit: -1 },
    { limit: Number.NaN },
    { sort: "email" },
    { offset: 1 },
  ])("refuses %j", (given) => expect(input.safeParse(given).success).toBe(false));

  it("drops from an address what it does not know", () => {
    const query = { sort: "-joined", density: "compact", q: "mar", role: "user", limit: "9", cursor: ["a", "b"] };
    expect(knownParams(input, query)).toEqual({ sort: "-joined", q: "mar", role: "user" });
    expect(knownParams(input, { sort: "password" })).toEqual({});
  });

  it("keeps of several values those that it knows", () => {
    const states = listInput({ sorts: ["name"], sort: "name", filters: { state: anyOf(z.enum(["open", "done"])) } });
    expect(knownParams(states, { state: "open,gone,done" })).toEqual({ state: "open,done" });
    expect(knownParams(states, { state: "gone" })).toEqual({});
    expect(knownParams(states, { state: "open,".repeat(51) })).toEqual({});
    expect(knownParams(input, { q: `${"a".repeat(200)},b` })).toEqual({});
    expect(knownParams(input, { q: "a\0b", role: "user" })).toEqual({ role: "user" });
  });
});

describe("cursor [S44 S78]", () => {
  it("opens only for its own list, owner, order and filters", () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (value, id) => {
        const cursor = encodeCursor([value, id], place);
        expect(decodeCursor(cursor, place)).toEqual([value, id]);
        expect(cursor).not.toContain(id);
        for (const other of [{ list: "x" }, { owner: "o2" }, { sort: "-name" }, { filters: { q: "a", role: [] } }])
          expect(() => decodeCursor(cursor, { ...place, ...other })).toThrow(bad);
      }),
      { numRuns: 30 },
    );
  });

  it("refuses what nobody sealed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, place)).toThrow(bad);
      }),
    );
    const cursor = encodeCursor(["a", "b"], place);
    const end = cursor.endsWith("AA") ? "QA" : "AA";
    expect(() => decodeCursor(`${cursor.slice(0, -2)}${end}`, place)).toThrow(bad);
  });
});

describe("keyset", () => {
  it("goes on after the last row and says when there is no more", () => {
    const first = keyset(input.parse({ limit: 2 }), { list: "members.list", owner: "o1", sorts, id: sql`id` });
    const rows = ["a", "b c", "c"].map((name) => ({ name, position: `${name} id-${name[0]}` }));
    const { data, next_cursor } = first.page(rows);
    expect(data.map((row) => row.name)).toEqual(["a", "b c"]);
    expect(first.page(rows.slice(0, 2)).next_cursor).toBeNull();
    const next = keyset(input.parse({ limit: 2, cursor: next_cursor }), {
      list: "members.list",
      owner: "o1",
      sorts,
      id: sql`id`,
    });
    const after = new PgDialect().sqlToQuery(next.after ?? sql``);
    expect(after).toMatchObject({ sql: "(lower(name), id) > ($1::text, $2::uuid)", params: ["b c", "id-b"] });
  });

  it("takes no wildcard from a search", () => {
    const found = new PgDialect().sqlToQuery(containsText("50%_\\", sql`name`, sql`email`) ?? sql``);
    expect(found).toMatchObject({
      sql: "(name ilike $1 or email ilike $2)",
      params: ["%50\\%\\_\\\\%", "%50\\%\\_\\\\%"],
    });
  });
});
