import { z } from "zod";
import { sealedCookie } from "@/lib/access/sealed-cookie";

/**
 * Holds an opened invitation's secret for ten minutes, so that it leaves the address bar at once. Sealed by the server:
 * only a secret that was found behind its limit gets in here.
 */
export const joinCookie = sealedCookie({
  name: "__Host-berth-join",
  place: "cookie|join",
  seconds: 600,
  content: z.object({ secret: z.string() }),
});

export async function readJoinSecret(): Promise<string | undefined> {
  return (await joinCookie.read())?.secret;
}
