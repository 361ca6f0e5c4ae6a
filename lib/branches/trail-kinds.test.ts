import { expect, it } from "vitest";
import { callsOf, literal } from "@/lib/testing/sql-calls";
import { guard } from "@/lib/testing/world";

/** Kinds that entries name without a row trigger of theirs: where they stand among the arguments. */
const writers: [name: string, at: number][] = [
  ["guard.record_event", 4],
  ["guard.record_act", 0],
];

it("every kind of record that an entry names is known to who reads the trail by branch", async () => {
  const named = writers.flatMap(([name, at]) => callsOf(name).map((call) => literal(call.arguments[at])));
  const kinds = [...new Set(named.filter((kind) => kind !== undefined))];
  expect(kinds).toEqual(expect.arrayContaining(["users", "organizations", "audit_exports", "webhook_endpoints"]));
  const unknown = await guard`select k from unnest(${kinds}::text[]) k where guard.trail_kind(k) is null`;
  expect([...unknown]).toEqual([]);
});
