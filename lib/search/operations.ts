import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { type Hit, hit, searchRecordsInput } from "./schema";
import { searchSources } from "./sources";

const most = 5;
const shortest = 2;

export const searchRecords = defineOperation({
  name: "search.records",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Find records by number, name or address, of the kinds that you may see",
  limits: [{ by: "person", points: 600, seconds: 60 }],
  input: searchRecordsInput,
  output: z.object({ data: z.array(hit) }),
  rest: { method: "get", path: "/search" },
  run: async ({ db, actor, input }) => {
    if (input.q.length < shortest) return { data: [] };
    const seen = searchSources.filter(({ permission }) => actor.rights.has(permission));
    // Sent together: they answer in one round trip over the transaction's own connection.
    const found = await Promise.all(seen.map(({ find }) => find(db, input.q, most)));
    const wanted = input.q.toLowerCase();
    const begins = ({ label }: Hit) => Number(label.toLowerCase().startsWith(wanted));
    return { data: found.flat().sort((one, other) => begins(other) - begins(one)) };
  },
});
