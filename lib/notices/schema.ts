import { z } from "zod";
import { idOutput } from "@/lib/ids";

export const notice = z.object({
  id: idOutput("ntc"),
  kind: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  path: z.string().nullable(),
  readAt: z.date().nullable(),
  createdAt: z.date(),
});
