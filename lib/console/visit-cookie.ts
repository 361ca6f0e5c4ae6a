import { z } from "zod";
import { sealedCookie } from "@/lib/access/sealed-cookie";

/** Which organization a super admin visits and why, for half an hour: the reason stands in no address, history or log. */
export const visitCookie = sealedCookie({
  name: "__Host-berth-visit",
  place: "cookie|visit",
  seconds: 1800,
  content: z.object({ id: z.string(), reason: z.string() }),
});
