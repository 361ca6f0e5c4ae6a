import { findEvent, listEvents } from "@/lib/events/operations";
import type { EventView } from "@/lib/events/schema";
import { connection, refuseOthers, type Window, windowOf } from "../pages";
import type { Maybe, Resolvers } from "../resolvers";

type Filter = Window & {
  entity_id?: Maybe<string>;
  type?: Maybe<string[]>;
  date_after?: Maybe<string>;
  date_before?: Maybe<string>;
};

export const eventResolvers: Resolvers = {
  Query: {
    event: async (_: unknown, { id }: { id: string }, reader) =>
      asEvent(await reader.run(reader.here(), findEvent, { id })),
    events: async (_: unknown, { filter }: { filter?: Maybe<Filter> }, reader) => {
      const window = filter ?? {};
      const found = await windowOf(reader, reader.here(), listEvents, { input: inputOf(window), window, names });
      const known = found.offset + found.items.length + (found.more ? 1 : 0);
      return connection({ ...found, items: found.items.map(asEvent) }, () => known);
    },
  },
};

const names = { record: "entity_id", "type.*": "type.*", from: "date_after", to: "date_before" };

function inputOf(filter: Filter): Record<string, unknown> {
  refuseOthers(filter, ["offset", "first", "entity_id", "type", "date_after", "date_before"]);
  const { entity_id, type, date_after, date_before } = filter;
  return {
    ...(entity_id ? { record: entity_id } : {}),
    ...(type && type.length > 0 && !type.includes("all") ? { type } : {}),
    ...(date_after ? { from: date_after } : {}),
    ...(date_before ? { to: date_before } : {}),
  };
}

function asEvent({ id, type, karrioType, data, testMode, createdAt }: EventView) {
  return {
    id,
    object_type: "event",
    type: karrioType,
    name: type,
    test_mode: testMode,
    status: "recorded",
    created: createdAt,
    created_at: createdAt,
    updated_at: createdAt,
    data,
  };
}
