import { z } from "zod";
import { anyOf, listInput, page } from "@/lib/access/list";
import { idInput, idOutput } from "@/lib/ids";
import { longestQuery } from "./query-rules";

export const actorKinds = [
  "session",
  "account",
  "key",
  "import",
  "job",
  "platform",
  "impersonation",
  "token",
  "none",
] as const;
const word = z.string().regex(/^[a-z][a-z_.]{0,79}$/);
const day = z.union([z.literal(""), z.iso.date()]).default("");

/** What somebody looks for: words and qualifiers (`lib/audit/query-rules.ts`). */
export const queryInput = z
  .string()
  .max(longestQuery)
  .transform((text) => text.normalize("NFKC").trim().replaceAll("\0", ""))
  .default("");

/** Newest first. `from` and `to` are days in the organization's zone, both inclusive. */
export const auditListInput = listInput({
  sorts: ["at"],
  sort: "-at",
  filters: {
    q: queryInput,
    action: anyOf(word),
    operation: anyOf(word),
    type: anyOf(word),
    via: anyOf(z.enum(actorKinds)),
    actor: anyOf(idInput("usr")),
    from: day,
    to: day,
  },
});

export const auditReference = z.strictObject({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

const columns = z.record(z.string(), z.unknown()).nullable();

export const auditEntry = z.object({
  id: z.number(),
  at: z.date(),
  actor: z.string(),
  via: z.string().nullable(),
  operation: z.string(),
  action: z.string(),
  record_type: z.string(),
  record_id: z.string().nullable(),
  record_name: z.string().nullable(),
  before: columns,
  after: columns,
  reason: z.string().nullable(),
  request_id: z.string().nullable(),
  /** Its page, where its kind of record has one. */
  record_path: z.string().nullable(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  /** Whose trail it is of, where several are shown. */
  organization: z.object({ id: idOutput("org"), name: z.string() }).optional(),
});

export type AuditEntry = z.output<typeof auditEntry>;

/** One entry looked at by itself, with the names of the ids in it. */
export const auditDetail = auditEntry.extend({ names: z.record(z.string(), z.string()) });

export type AuditDetail = z.output<typeof auditDetail>;

export const auditPage = page(auditEntry);

export const auditFilters = z.object({
  actors: z.array(z.object({ id: idOutput("usr"), name: z.string() })),
});
