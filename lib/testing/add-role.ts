import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";

/** The shortest write there is, under the name of an operation that the database knows. */
export const addRole = defineOperation({
  name: "members.set_role",
  scope: "organization",
  permission: "members.set_role",
  access: "write",
  summary: "Write one row",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
  run: async ({ db, input: { id } }) => {
    await db.query.execute(sql`insert into roles (organization_id, id, key, name)
      values (${db.organizationId}, ${id}, ${`r${id.replaceAll("-", "")}`}, 'R')`);
    return {};
  },
});
