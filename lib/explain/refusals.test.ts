import { expect, it } from "vitest";
import { entryWords } from "@/lib/audit/words";
import { callsOf, literal } from "@/lib/testing/sql-calls";

/** Calls of guard.refuse that end in 403. */
function refusals() {
  return callsOf("guard.refuse")
    .filter(({ arguments: [state] }) => ["BE003", "BE007"].includes(literal(state) ?? ""))
    .map(({ file, arguments: [, , reason, permission] }) => ({
      file,
      reason: literal(reason) ?? reason,
      names: permission !== undefined,
    }));
}

const aboutPermissions = ["permission_missing", "above_own_rights", "all_branches_needed", "scope_missing"];

it("every 403 of the wall says a reason, and the permission where one decides", () => {
  const found = refusals();
  expect(found.length).toBeGreaterThan(25);
  expect(found.filter(({ reason }) => !reason)).toEqual([]);
  expect(found.filter(({ reason, names }) => aboutPermissions.includes(reason ?? "") && !names)).toEqual([]);
});

it("every reason has words on the record, and no operation is shown by its name", () => {
  const told = refusals().filter(({ reason, names }) => !names && /^\w+$/.test(reason ?? ""));
  const words = told.map(({ reason }) =>
    entryWords({
      action: "refused",
      record_type: "operations",
      operation: "raw.name",
      before: null,
      after: { why: reason },
    }),
  );
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((_, at) => words[at]?.includes("raw.name")).map(({ reason }) => reason)).toEqual([]);
});
