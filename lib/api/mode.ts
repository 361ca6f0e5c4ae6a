import { modeCookie, onlyCookie } from "@/lib/access/cookies";
import { ApiFault } from "./api-fault";

const yes = ["true", "yes", "on", "1"];
const no = ["false", "no", "off", "0"];

/** Whether a request asks for test records: by `X-Test-Mode`, else by what its browser works with. Throws for anything unclear. */
export function asksForTests(headers: { get(name: string): string | null }): boolean {
  const given = headers.get("x-test-mode")?.trim().toLowerCase();
  if (given === undefined) return onlyCookie(headers.get("cookie"), modeCookie) === "test";
  if (yes.includes(given)) return true;
  if (no.includes(given)) return false;
  throw new ApiFault(400, "invalid_mode", "X-Test-Mode is true or false. Leave it out for live records.");
}
