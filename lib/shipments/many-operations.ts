import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import type { Verdict } from "@/lib/access/verdict";
import { moveTarget } from "@/lib/branches/choose";
import { type Shipment, shipmentsRepository } from "./repository";
import { cancelVerdict, followsVerdict, statusNames, updateVerdict } from "./rules";
import { assignManyInput, cancelManyInput, setStatusManyInput, statusResults } from "./schema";

export const setShipmentStatuses = defineOperation({
  name: "shipments.set_status_many",
  scope: "organization",
  permission: "shipments.update",
  access: "write",
  summary: "Move many shipments to a status, with a result for each",
  input: setStatusManyInput,
  output: statusResults,
  rest: { method: "post", path: "/shipments/status", status: 200 },
  run: ({ db, input: { ids, status, note } }) =>
    changeEach(db, ids, {
      verdict: (row) => followsVerdict(row, status),
      values: { status, statusNote: note ?? null },
      done: `It is ${statusNames[status].toLowerCase()} now.`,
    }),
});

export const cancelShipments = defineOperation({
  name: "shipments.cancel_many",
  scope: "organization",
  permission: "shipments.cancel",
  access: "write",
  summary: "Cancel many shipments, with a result for each",
  input: cancelManyInput,
  output: statusResults,
  rest: { method: "post", path: "/shipments/cancel", status: 200 },
  run: ({ db, actor, input: { ids, note } }) =>
    changeEach(db, ids, {
      verdict: (row) => cancelVerdict(actor.rights, row),
      values: { status: "cancelled", statusNote: note ?? null },
      done: "It is cancelled now.",
    }),
});

export const assignShipments = defineOperation({
  name: "shipments.assign_many",
  scope: "organization",
  permission: "shipments.update",
  access: "write",
  summary: "Give many shipments to a branch, or to none, with a result for each",
  input: assignManyInput,
  output: statusResults,
  rest: { method: "post", path: "/shipments/branch", status: 200 },
  run: async ({ db, actor, input: { ids, branchId } }) => {
    await moveTarget(db, branchId ?? null, "shipments.update");
    return changeEach(db, ids, {
      verdict: (row) => updateVerdict(actor.rights, row),
      values: { branchId },
      done: branchId ? "It belongs to that branch now." : "It belongs to no branch now.",
    });
  },
});

type Change = {
  verdict: (row: Shipment) => Verdict;
  values: Partial<Pick<Shipment, "status" | "statusNote" | "branchId">>;
  done: string;
};

/** Changes those that may be changed, and says of each what became of it. */
async function changeEach(db: Database, ids: string[], { verdict, values, done }: Change) {
  const shipments = shipmentsRepository(db);
  const rows = new Map((await shipments.lockMany(ids)).map((row) => [row.id, row]));
  const results = [];
  for (const id of new Set(ids)) {
    const row = rows.get(id);
    const answer = row && verdict(row);
    if (answer?.allowed) await shipments.update(id, values);
    results.push({
      id,
      reference: row?.reference ?? "",
      done: answer?.allowed ?? false,
      message: answer ? (answer.allowed ? done : answer.message) : "There is no such shipment.",
    });
  }
  return results;
}
