import { apiLink } from "@/lib/hosts";
import { verificationSnippets } from "@/lib/webhooks/snippets";
import { errorRows } from "./error-words";
import { eventKinds } from "./event-pages";

export type Place = {
  /** Where programs reach this installation. */
  api: string;
  /** Where people do. */
  site: string;
};

export function placeOf(rootUrl: URL): Place {
  return { site: rootUrl.origin, api: new URL(apiLink(rootUrl, "/")).origin };
}

/** Whether this is an installation on somebody's own machine. */
const isLocal = ({ api }: Place) => api.includes("//localhost");

function receiverOf(place: Place): string {
  return isLocal(place) ? "http://127.0.0.1:4242/hooks" : "https://example.com/hooks";
}

function reachOf(place: Place): string {
  return isLocal(place)
    ? "> Berth sends to public addresses over https. To an address on your own machine it sends only where the installation allows it: `npm run demo` does for 127.0.0.1, others with `EGRESS_ALLOW=127.0.0.1`."
    : "> Put the address of your own server there: Berth sends to public addresses over https. To try it on a laptop, take a tunnel that gives you one and leads to port 4242.";
}

/** A guide's text with what only the installation and the code know. `{{key}}` stays: it is the reader's. */
export function filledIn(text: string, place: Place): string {
  return text
    .replaceAll("{{url}}", place.api)
    .replaceAll("{{site}}", place.site)
    .replaceAll("{{receiver}}", receiverOf(place))
    .replaceAll("{{reach}}", reachOf(place))
    .replaceAll("{{errors}}", errorTable())
    .replaceAll("{{events}}", eventTable())
    .replaceAll("{{verification}}", verification());
}

function errorTable(): string {
  const rows = errorRows.map(({ status, code, cause, fix }) => `| ${status} | \`${code}\` | ${cause} | ${fix} |`);
  return ["| Status | Code | Why | What to do |", "|---|---|---|---|", ...rows].join("\n");
}

function eventTable(): string {
  const rows = eventKinds.map(({ title, href, events }) => {
    return `| [${title}](${href}) | ${events.map(({ type }) => `\`${type}\``).join(" ")} |`;
  });
  return ["| About | Events |", "|---|---|", ...rows].join("\n");
}

function verification(): string {
  return verificationSnippets
    .map(({ language, label, code }) => `\`\`\`${language} norun tab="${label}"\n${code.trim()}\n\`\`\``)
    .join("\n\n");
}
