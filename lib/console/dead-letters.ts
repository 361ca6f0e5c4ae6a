import { sql } from "drizzle-orm";
import { z } from "zod";
import { page } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { idInput, idOutput } from "@/lib/ids";
import { listed, listFields, paging } from "./paging";

const moment = z.coerce.date();
const count = z.coerce.number();

const deadLetter = z.object({
  id: idOutput("whd"),
  organization_id: idOutput("org"),
  organization_name: z.string(),
  event: z.string(),
  receiver: z.string(),
  attempts: count,
  last_status: count.nullable(),
  last_error: z.string().nullable(),
  created_at: moment,
  finished_at: moment.nullable(),
  again: z.boolean(),
});

export type DeadLetter = z.output<typeof deadLetter>;

export const listDeadLetters = defineOperation({
  scope: "platform",
  permission: "platform.view",
  access: "read",
  name: "platform.dead_letters",
  summary: "List deliveries of all organizations that failed for good, without what they carry",
  input: z.strictObject(listFields),
  output: page(deadLetter),
  run: async ({ db, input }) => {
    const { id, limit, page } = paging("platform.dead_letters", input);
    return page(await db.rows(sql`select * from guard.platform_dead_letters(${id}, ${limit})`, listed(deadLetter)));
  },
});

export const resendDeadLetter = defineOperation({
  scope: "platform",
  permission: "platform.manage",
  access: "write",
  name: "platform.resend_dead_letter",
  summary: "Send a delivery again that failed for good, on its organization's record",
  input: z.strictObject({ id: idInput("whd") }),
  output: z.object({}),
  run: async ({ db, input }) => {
    await db.call(sql`guard.resend_dead_letter(${input.id})`, z.unknown());
    return {};
  },
});
