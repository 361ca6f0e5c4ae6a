import { expect, it } from "vitest";
import { z } from "zod";
import { toOutside } from "./names";

const schemaOf = (type: z.ZodType) => z.toJSONSchema(type, { io: "output" }) as Parameters<typeof toOutside>[1];

it("spells the fields that are declared, in whichever form a value has", () => {
  const told = z.object({ roleKey: z.string(), at: z.object({ lastActiveAt: z.string().nullable() }).nullable() });
  const output = schemaOf(z.union([told, z.object({ secondFactor: z.boolean().optional() })]));
  expect(toOutside({ roleKey: "admin", at: { lastActiveAt: null } }, output)).toEqual({
    role_key: "admin",
    at: { last_active_at: null },
  });
  expect(toOutside({ secondFactor: undefined }, output)).toEqual({});
  expect(toOutside({ roleKey: "admin", at: null }, output)).toEqual({ role_key: "admin", at: null });
});

it("keeps the names of records, beside declared fields too", () => {
  const output = schemaOf(
    z.object({
      countsByDay: z.record(z.string(), z.number()),
      either: z.union([z.object({ rowCount: z.number() }), z.record(z.string(), z.unknown())]),
      whatever: z.unknown(),
    }),
  );
  const value = {
    countsByDay: { mondayCount: 1 },
    either: { rowCount: 1, freeForm: "kept" },
    whatever: { alsoKept: { asItIs: 1 } },
  };
  expect(toOutside(value, output)).toEqual({
    counts_by_day: { mondayCount: 1 },
    either: { row_count: 1, freeForm: "kept" },
    whatever: { alsoKept: { asItIs: 1 } },
  });
});
