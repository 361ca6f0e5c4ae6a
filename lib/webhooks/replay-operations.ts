import { TZDate } from "@date-fns/tz";
import { defineOperation } from "@/lib/access/operation";
import { faultsAt } from "@/lib/errors";
import { zoneOf } from "@/lib/organizations/zone";
import { replaySpans } from "./form-schema";
import { webhooksRepository } from "./repository";
import { type ReplayInput, replayed, replayInput } from "./schema";

export const replayDeliveries = defineOperation({
  name: "webhooks.replay",
  scope: "organization",
  permission: "webhooks.manage",
  access: "write",
  summary: "Send again what failed since a moment or between two, also what would be tried again later, or everything",
  limits: [{ by: "organization", points: 60, seconds: 3600 }],
  input: replayInput,
  output: replayed,
  rest: { method: "post", path: "/webhooks/{id}/replay", status: 200 },
  run: async ({ db, input }) => {
    const range = rangeIn(input, await zoneOf(db));
    return { deliveries: await webhooksRepository(db).replaySince(input.id, range) };
  },
});

export const countReplay = defineOperation({
  name: "webhooks.count_replay",
  scope: "organization",
  permission: "webhooks.manage",
  access: "read",
  summary: "Count what a replay would send again; 10,000 at most go at once",
  input: replayInput,
  output: replayed,
  rest: { method: "get", path: "/webhooks/{id}/replay" },
  run: async ({ db, input }) => {
    const range = rangeIn(input, await zoneOf(db));
    return { deliveries: await webhooksRepository(db).countSince(input.id, range) };
  },
});

function rangeIn({ since, until, only }: ReplayInput, zone: string) {
  const from = since in replaySpans ? new Date(Date.now() - Number(since) * 1000) : momentIn(since, zone);
  const to = until === undefined ? undefined : momentIn(until, zone);
  if (to && to <= from) throw faultsAt({ until: ["This is before the beginning."] });
  return { since: from, until: to, all: only === "all" };
}

/** A text without an offset is a wall clock's where the organization is. Nothing was sent before or will be after these years. */
function momentIn(text: string, zone: string): Date {
  const at = anyMomentIn(text, zone).getTime();
  return new Date(Math.min(Math.max(at, Date.UTC(2000, 0)), Date.UTC(9000, 0)));
}

function anyMomentIn(text: string, zone: string): Date {
  if (/(Z|[+-]\d\d:?\d\d)$/i.test(text)) return new Date(text);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text.split(/[-T:.]/).map(Number);
  return new Date(new TZDate(year, month - 1, day, hour, minute, second, zone).getTime());
}
