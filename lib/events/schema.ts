import { z } from "zod";
import { anyOf, listInput, page } from "@/lib/access/list";
import { spanFilters } from "@/lib/access/span";
import { decodeId, idInput, idOutput } from "@/lib/ids";
import { eventNouns, eventTypes, karrioNames } from "./nouns";

const typeNamed = Object.fromEntries(Object.entries(karrioNames).map(([type, name]) => [name, type]));

/** A name of ours or of Karrio's. */
export const eventType = z
  .string()
  .max(80)
  .transform((name, context) => {
    const type = typeNamed[name] ?? name;
    if (eventTypes.includes(type)) return type;
    context.addIssue({ code: "custom", message: "There is no such event." });
    return z.NEVER;
  })
  .meta({ example: "shipment.delivered" });

/** The id of any record that events tell of. */
const recordInput = z
  .string()
  .max(60)
  .transform((id, context) => {
    for (const { prefix } of eventNouns) {
      const uuid = prefix && decodeId(prefix, id);
      if (uuid) return uuid;
    }
    context.addIssue({ code: "custom", message: "This is not the id of a record that events tell of." });
    return z.NEVER;
  });

/** `after`: what came after an event, oldest first, for programs that follow; `from` and `to` are days or moments, both inclusive. */
export const listEventsInput = listInput({
  sorts: ["at"],
  sort: "-at",
  filters: {
    type: anyOf(eventType),
    record: recordInput.optional(),
    after: idInput("evt").optional(),
    mode: anyOf(z.enum(["live", "test"])),
    ...spanFilters,
  },
});

export type ListEventsInput = z.output<typeof listEventsInput>;

export const eventReference = z.strictObject({ id: idInput("evt") });

export const event = z.object({
  id: idOutput("evt"),
  type: z.string(),
  karrioType: z.string().nullable(),
  data: z
    .record(z.string(), z.unknown())
    .nullable()
    .meta({ description: "The record as it stood. Null where you may not see records of this kind." }),
  testMode: z.boolean(),
  createdAt: z.date(),
});

export type EventView = z.output<typeof event>;

export const eventsPage = page(event);

export const eventKind = z.object({
  type: z.string(),
  karrioType: z.string().nullable(),
  of: z.string(),
  when: z.string().meta({ description: "When it is sent." }),
  seen: z.boolean().meta({ description: "Whether you may see what it carries." }),
  sample: z.record(z.string(), z.unknown()),
});

export type EventKind = z.output<typeof eventKind>;
