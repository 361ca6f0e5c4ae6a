import type { NextRequest } from "next/server";
import { onlyCookie } from "@/lib/access/cookies";
import { type TrustedRequest, trustedRequest } from "@/lib/access/trusted-request";
import { newSecret } from "@/lib/accounts/session-answer";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { consume } from "@/lib/limits/limits";
import { networkOf } from "@/lib/limits/network";
import { type Arrival, arrive } from "./arrival";
import { deviceName } from "./device-words";
import { signInPath } from "./local-path";
import { checkCookies } from "./next-auth";
import { refusedPage } from "./refused";
import { afterSignIn, keepSession } from "./signed-in";
import { forgetVisit, requireProvider, visitCookie, waitingCookie } from "./visit";

/** Where what a provider proved is settled that nobody has here yet. */
export const settlePath = "/sign-in/link";
const securityPath = "/account/security";

type Way = { provider: string; to: string; links: boolean };

/** The root host's end of a visit to a provider. Leads on within this installation, whatever the address says. */
export async function comeBack(incoming: NextRequest, name: string): Promise<Response> {
  const request = await trustedRequest();
  if (request.host.kind !== "root") return new Response(null, { status: 404 });
  try {
    const provider = requireProvider(name);
    await consume([{ name: "come_back/network", key: networkOf(request.info.address), points: 120, seconds: 900 }]);
    const left = await visitCookie.read();
    await forgetVisit();
    const way = { provider: name, to: left?.to ?? "/organizations", links: left?.links ?? false };
    if (left?.provider !== name) return away(placeOf("over", way));
    const device = request.device ?? newSecret();
    const arrival = await arrive({
      provider,
      visit: left.visit,
      query: Object.fromEntries(incoming.nextUrl.searchParams),
      cookies: cookiesOf(request),
      session: request.session ?? "",
      device,
      request: { ...request.info, device: deviceName(request.info.agent) },
    });
    return away(await goOn(arrival, way, { request, device }));
  } catch (error) {
    return refusedPage(error);
  }
}

async function goOn(arrival: Arrival, way: Way, browser: { request: TrustedRequest; device: string }): Promise<string> {
  if (arrival.outcome === "signed_in") {
    await keepSession({ session: arrival.session, device: browser.device });
    return afterSignIn(way.to, arrival.session, browser.request);
  }
  if (arrival.outcome === "waiting") {
    await waitingCookie.keep({ secret: arrival.secret, to: way.to });
    return settlePath;
  }
  if (arrival.outcome === "linked") return `${securityPath}?${new URLSearchParams({ linked: way.provider })}`;
  return placeOf(arrival.outcome, way);
}

/** The page that says what went wrong: where the way began. */
function placeOf(problem: string, { provider, to, links }: Way): string {
  const told = new URLSearchParams({ problem, with: provider });
  return links ? `${securityPath}?${told}` : `${signInPath(to)}&${told}`;
}

/** What came once and by one name only. */
function cookiesOf({ headers }: TrustedRequest): Record<string, string> {
  const sent = headers.get("cookie");
  const found = checkCookies.map((name) => [name, onlyCookie(sent, name)] as const);
  return Object.fromEntries(found.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

function away(place: string): Response {
  const { rootUrl } = env();
  const location = place.startsWith("/") ? rootLink(rootUrl, place) : place;
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "private, no-store" } });
}
