import { z } from "zod";
import { anyOf, listInput, page, searchInput } from "@/lib/access/list";
import { spanFilters } from "@/lib/access/span";
import { decodeId, idInput, idOutput } from "@/lib/ids";
import { methods, statusClasses } from "./words";

export const callerKinds = ["key", "session", "token", "support"] as const;

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim().replaceAll("\0", ""))
    .default("");

/** A key or a member, as ids outside name them. */
const callerInput = z
  .string()
  .max(60)
  .transform((id, context) => {
    const key = decodeId("apk", id);
    const member = decodeId("mem", id);
    if (key !== undefined || member !== undefined) return { key, member };
    context.addIssue({ code: "custom", message: "Give the id of a key (apk_…) or of a member (mem_…)." });
    return z.NEVER;
  })
  .meta({ example: "apk_01h2xcejqtf2nbrexx3vqjhp41" });

/**
 * `from` and `to` are days or moments, both inclusive; `path` is what a path begins with. `q` is any of a
 * request id, the id of a record, key or member, a client's address, or a part of a path.
 */
export const listLogsInput = listInput({
  sorts: ["at"],
  sort: "-at",
  filters: {
    method: anyOf(z.enum(methods)),
    status: anyOf(z.union([z.enum(statusClasses), z.string().regex(/^[1-5]\d\d$/)])),
    errors: z.enum(["only", "none"]).optional(),
    q: searchInput,
    path: words(200),
    by: callerInput.optional(),
    address: words(64),
    request: z.uuid().optional(),
    entity: words(60),
    ...spanFilters,
  },
});

export type ListLogsInput = z.output<typeof listLogsInput>;

export const logReference = z.strictObject({ id: idInput("log") });

const shared = {
  id: idOutput("log"),
  number: z.number(),
  at: z.date(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  error: z.string().nullable(),
  milliseconds: z.number(),
  caller: z.object({
    kind: z.enum(callerKinds),
    id: z.string().nullable().meta({ description: "The key's id, or the member's." }),
    name: z.string(),
  }),
  address: z.string().nullable(),
  requestId: z.uuid().nullable(),
  testMode: z.boolean(),
};

export const logLine = z.object(shared);

export type LogLine = z.output<typeof logLine>;

export const logsPage = page(logLine);

const body = z.object({
  text: z.string().nullable().meta({ description: "JSON, with secrets masked; longer ones are cut, with a mark." }),
  bytes: z.number(),
});

export const logDetail = z.object({
  ...shared,
  query: z.string(),
  host: z.string(),
  operations: z.array(z.string()),
  agent: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  entities: z.array(z.string()),
  bodiesSeen: z
    .boolean()
    .meta({ description: "False where you may not do what was called; the bodies are then left out." }),
  request: body,
  response: body,
  changes: z.number().meta({ description: "How many audit entries the call left." }),
});

export type LogDetail = z.output<typeof logDetail>;
