import { z } from "zod";
import { sealedCookie } from "@/lib/access/sealed-cookie";

/** Why a super admin searches the trails of all organizations, for half an hour. */
export const searchCookie = sealedCookie({
  name: "__Host-berth-search",
  place: "cookie|search",
  seconds: 1800,
  content: z.object({ reason: z.string() }),
});
