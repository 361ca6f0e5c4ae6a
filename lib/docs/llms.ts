import { chapterHref, chapters } from "./chapters";
import { allEvents, eventsHref } from "./event-pages";
import { filledIn, type Place } from "./fill-in";
import { guideText } from "./guides";
import { entriesOf, type OpenApi } from "./reference";

/** All guides and the list of operations as one text, for readers that are programs (https://llmstxt.org). */
export function llmsText(document: OpenApi, place: Place): string {
  const links = chapters.map(({ slug, title }) => `- [${title}](${place.site}${chapterHref(slug)})`);
  const texts = chapters.map(({ slug }) => shown(guideText(slug) ?? "", place));
  const operations = entriesOf(document).map(
    ({ method, path, root, entry }) => `- \`${method} ${root ? "" : "/api/v1"}${path}\` ${entry.summary}`,
  );
  const events = allEvents.map(({ type, when }) => `- \`${type}\` ${when}`);
  return [
    "# Berth",
    "> Shipping, logistics and orders for many organizations: REST with OpenAPI, GraphQL, webhooks, a client library.",
    `- [OpenAPI document](${place.api}/api/v1/openapi.json)`,
    ...links,
    `- [Event types](${place.site}${eventsHref}), with what each carries`,
    "",
    ...texts,
    "# Operations",
    ...operations,
    "",
    "# Events",
    ...events,
    "",
  ].join("\n");
}

function shown(text: string, place: Place): string {
  return filledIn(text, place)
    .replaceAll("{{key}}", "key_YOUR_KEY")
    .replace(/^```(\w+) .*$/gm, "```$1");
}
