import { z } from "zod";
import { listInput } from "@/lib/access/list";
import { idInput, idOutput } from "@/lib/ids";

export const notice = z.object({
  id: idOutput("ntc"),
  kind: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  path: z.string().nullable(),
  readAt: z.date().nullable(),
  createdAt: z.date(),
});

export const noticesInput = listInput({
  sorts: ["created_at"],
  sort: "-created_at",
  filters: { show: z.enum(["all", "unread"]).default("all") },
});

export const markInput = z.strictObject({ ids: z.array(idInput("ntc")).min(1).max(100) });
