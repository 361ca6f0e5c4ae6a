import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { type Actors, defineOperation } from "@/lib/access/operation";
import { nounOf } from "@/lib/events/nouns";
import { organizationStandards } from "@/lib/measures/convert";
import { bodyOf, headersOf } from "./message";
import { deliveriesRepository, webhooksRepository } from "./repository";
import { deliveriesPage, deliveryDetail, deliveryReference, listDeliveriesInput } from "./schema";

export const listDeliveries = defineOperation({
  name: "deliveries.list",
  scope: "organization",
  permission: "webhooks.view",
  access: "read",
  summary: "List what was sent to webhooks",
  input: listDeliveriesInput,
  output: deliveriesPage,
  rest: { method: "get", path: "/deliveries" },
  run: async ({ db, input }) => {
    const { data, next_cursor } = await deliveriesRepository(db).list(input);
    return { data: data.map(shown), next_cursor };
  },
});

export const findDelivery = defineOperation({
  name: "deliveries.find",
  scope: "organization",
  permission: "webhooks.view",
  access: "read",
  summary: "Get a delivery with each try, what was sent and what was answered",
  input: deliveryReference,
  output: deliveryDetail,
  rest: { method: "get", path: "/deliveries/{id}" },
  run: async ({ db, actor, input }) => {
    const deliveries = deliveriesRepository(db);
    const found = await deliveries.find(input.id);
    const tries = await deliveries.tries(found.id);
    const request = await requestOf({ db, actor, found, last: tries.at(-1) });
    // A receiver may answer with what it was sent.
    const answers = request.body === null ? tries.map((each) => ({ ...each, answer: null })) : tries;
    return { ...shown(found), request, tries: answers };
  },
});

export const replayDelivery = defineOperation({
  name: "deliveries.replay",
  scope: "organization",
  permission: "webhooks.manage",
  access: "write",
  summary: "Send a delivery again, under the same id",
  limits: [{ by: "person", points: 300, seconds: 3600 }],
  input: deliveryReference,
  output: z.object({}),
  rest: { method: "post", path: "/deliveries/{id}/replay", status: 200 },
  run: async ({ db, input }) => {
    await webhooksRepository(db).replayOne(input.id);
    return {};
  },
});

type Found = Awaited<ReturnType<ReturnType<typeof deliveriesRepository>["find"]>>;

function shown(row: Found) {
  return {
    ...row,
    webhook: row.endpointId,
    nextTryAt: row.state === "waiting" ? row.dueAt : null,
  };
}

type Asked = { db: Database; actor: Actors["organization"]; found: Found; last: { at: Date } | undefined };

/** What was sent, made again from the event as it was then. Signatures are not kept. */
async function requestOf({ db, actor, found, last }: Asked) {
  const told = await deliveriesRepository(db).eventOf(found.eventId);
  const noun = told && nounOf(told.type);
  const sent = {
    organizationId: db.organizationId,
    deliveryId: found.id,
    eventId: found.eventId,
    event: found.event,
    type: told?.type ?? "",
    recordId: told?.recordId ?? null,
    record: told?.record ?? {},
    testMode: told?.testMode ?? false,
    createdAt: told?.createdAt ?? found.createdAt,
  };
  const at = Math.floor((last?.at ?? found.createdAt).getTime() / 1000);
  const seen = noun !== undefined && actor.rights.has(noun.permission);
  return {
    headers: headersOf(sent, { at, signature: "v1,[hidden]" }),
    body: seen ? bodyOf(sent, await organizationStandards(db)) : null,
  };
}
