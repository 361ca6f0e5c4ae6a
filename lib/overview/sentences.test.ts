import { describe, expect, it } from "vitest";
import type { Entry } from "./repository";
import { happeningsOf } from "./sentences";

const entry = (id: number, over: Partial<Entry>): Entry => ({
  id,
  at: new Date(2026, 0, 1, 0, 0, id),
  actorLabel: "System (berth_worker)",
  actorKind: null,
  operation: "system",
  recordType: "registration_requests",
  action: "update",
  before: {},
  after: { reminded_at: "2026-01-01T00:00:00Z" },
  requestId: null,
  ...over,
});

describe("happenings", () => {
  it("tells in one line what was done again and again, with how often, and keeps the newest time", () => {
    const told = happeningsOf(
      [entry(5, {}), entry(4, {}), entry(3, { after: { escalated_at: "x" } }), entry(2, {})],
      8,
    );
    expect(told.map(({ actor, did }) => `${actor} ${did}`)).toEqual([
      "Berth reminded of a registration request, 2 times",
      "Berth took an overdue request to the owner",
      "Berth reminded of a registration request",
    ]);
    expect(told[0]).toMatchObject({ id: "entry-5", changes: 2 });
  });

  it("tells of webhooks in words", () => {
    const of = (over: Partial<Entry>) => entry(1, { recordType: "webhook_endpoints", ...over });
    const told = (over: Partial<Entry>) => happeningsOf([of(over)], 1)[0]?.did;
    expect(told({ action: "insert", operation: "webhooks.create" })).toBe("added a webhook");
    expect(told({ after: { state: "disabled", disabled_as: "failing" } })).toBe("disabled a webhook");
    expect(told({ after: { state: "active" }, operation: "webhooks.enable" })).toBe("enabled a webhook");
    expect(told({ action: "replayed", operation: "webhooks.replay" })).toBe("sent again what a webhook missed");
  });

  it("shows as many lines as asked for, after counting", () => {
    const two = happeningsOf([entry(3, {}), entry(2, {}), entry(1, { after: { escalated_at: "x" } })], 2);
    expect(two).toHaveLength(2);
  });
});
