import { eventNouns } from "@/lib/events/nouns";
import { verificationSnippets } from "@/lib/webhooks/snippets";
import { errorRows } from "./error-words";

export type Place = {
  /** Where programs reach this installation. */
  api: string;
  /** Where people do. */
  site: string;
};

/** The API's own address: one that resolves everywhere, also where `*.localhost` does not. */
export function placeOf(rootUrl: URL): Place {
  const site = rootUrl.origin;
  const local = rootUrl.hostname.endsWith(".localhost");
  return { site, api: local ? `${rootUrl.protocol}//localhost${rootUrl.port ? `:${rootUrl.port}` : ""}` : site };
}

/** Whether this is an installation on somebody's own machine. */
function receiverOf({ api }: Place): string {
  return api.includes("//localhost") ? "http://127.0.0.1:4242/hooks" : "https://example.com/hooks";
}

/** A guide's text with what only the installation and the code know. `{{key}}` stays: it is the reader's. */
export function filledIn(text: string, place: Place): string {
  return text
    .replaceAll("{{url}}", place.api)
    .replaceAll("{{site}}", place.site)
    .replaceAll("{{receiver}}", receiverOf(place))
    .replaceAll("{{errors}}", errorTable())
    .replaceAll("{{events}}", eventTable())
    .replaceAll("{{verification}}", verification());
}

function errorTable(): string {
  const rows = errorRows.map(({ status, code, cause, fix }) => `| ${status} | \`${code}\` | ${cause} | ${fix} |`);
  return ["| Status | Code | Why | What to do |", "|---|---|---|---|", ...rows].join("\n");
}

function eventTable(): string {
  const rows = eventNouns.map(({ words, noun, verbs }) => {
    return `| ${words} | ${verbs.map((verb) => `\`${noun}.${verb}\``).join(" ")} |`;
  });
  return ["| About | Events |", "|---|---|", ...rows].join("\n");
}

function verification(): string {
  return verificationSnippets
    .map(({ language, label, code }) => `\`\`\`${language} norun tab="${label}"\n${code.trim()}\n\`\`\``)
    .join("\n\n");
}
