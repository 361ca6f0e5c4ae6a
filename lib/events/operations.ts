import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import type { Rights } from "@/lib/access/permissions";
import { organizationStandards } from "@/lib/measures/convert";
import type { Standards } from "@/lib/measures/words";
import { eventNouns, karrioNames, nounOf } from "./nouns";
import { dataOf, type Told } from "./present";
import { eventsRepository } from "./repository";
import { sampleOf } from "./samples";
import { event, eventKind, eventReference, eventsPage, listEventsInput } from "./schema";
import { whenOf } from "./when";

export const listEvents = defineOperation({
  name: "events.list",
  scope: "organization",
  permission: "events.view",
  access: "read",
  summary: "List what happened in the last 30 days; with `after`, what came after an event, in order",
  input: listEventsInput,
  output: eventsPage,
  rest: { method: "get", path: "/events" },
  run: async ({ db, actor, input }) => {
    const { data, next_cursor } = await eventsRepository(db).list(input);
    const standards = await organizationStandards(db);
    return { data: data.map((row) => shown(row, actor.rights, standards)), next_cursor };
  },
});

export const findEvent = defineOperation({
  name: "events.find",
  scope: "organization",
  permission: "events.view",
  access: "read",
  summary: "Get an event",
  input: eventReference,
  output: event,
  rest: { method: "get", path: "/events/{id}" },
  run: async ({ db, actor, input }) =>
    shown(await eventsRepository(db).find(input.id), actor.rights, await organizationStandards(db)),
});

export const listEventTypes = defineOperation({
  name: "events.types",
  scope: "organization",
  permission: "events.view",
  access: "read",
  summary: "List the kinds of events, each with a sample of what it carries",
  input: z.strictObject({}),
  output: z.object({ data: z.array(eventKind) }),
  rest: { method: "get", path: "/event-types" },
  asksOnce: true,
  run: async ({ actor }) => ({
    data: eventNouns.flatMap(({ noun, verbs, words, permission }) =>
      verbs.map((verb) => ({
        type: `${noun}.${verb}`,
        karrioType: karrioNames[`${noun}.${verb}`] ?? null,
        of: words,
        when: whenOf(`${noun}.${verb}`),
        seen: actor.rights.has(permission),
        sample: sampleOf(`${noun}.${verb}`),
      })),
    ),
  }),
});

type Row = Told & { id: string; testMode: boolean; createdAt: Date };

/** Whoever may follow events sees of each record what they may see of it elsewhere. */
function shown(row: Row, rights: Rights, standards: Standards) {
  const noun = nounOf(row.type);
  return {
    id: row.id,
    type: row.type,
    karrioType: karrioNames[row.type] ?? null,
    data: noun && rights.has(noun.permission) ? dataOf(row, standards) : null,
    testMode: row.testMode,
    createdAt: row.createdAt,
  };
}
