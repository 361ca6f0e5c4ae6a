import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { idOutput } from "@/lib/ids";
import { membersRepository } from "./repository";

export const listMembers = defineOperation({
  name: "members.list",
  scope: "organization",
  permission: "members.view",
  access: "read",
  summary: "List members",
  input: z.strictObject({}),
  output: z.array(z.object({ id: idOutput("mem"), name: z.string(), email: z.string(), roleKey: z.string() })),
  rest: { method: "get", path: "/members" },
  run: ({ db }) => membersRepository(db).list(),
});
