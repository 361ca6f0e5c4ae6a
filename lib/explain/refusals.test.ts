import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { entryWords } from "@/lib/audit/words";

const folder = new URL("../../db/sql/functions/", import.meta.url);

type Refusal = { file: string; reason: string | undefined; names: boolean };

/** The arguments of each call of guard.refuse that ends in 403, as they stand in the wall's functions. */
function refusals(): Refusal[] {
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    return [...text.matchAll(/guard\.refuse\('BE00[37]',/g)].map(({ index, 0: begin }) => {
      const given = argumentsOf(text, index + begin.length);
      const reason = given[1] === undefined ? undefined : (/^'(\w+)'$/.exec(given[1])?.[1] ?? given[1]);
      return { file, reason, names: given.length > 2 };
    });
  });
}

function argumentsOf(text: string, start: number): string[] {
  const found = [""];
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (letter === "'") quoted = !quoted;
    if (!quoted && letter === "(") depth += 1;
    if (!quoted && letter === ")") {
      if (depth === 0) break;
      depth -= 1;
    }
    if (!quoted && depth === 0 && letter === ",") found.push("");
    else found[found.length - 1] += letter;
  }
  return found.map((each) => each.trim());
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
