import { chapterHref, chapters } from "./chapters";
import { allEvents } from "./event-pages";
import type { Place } from "./fill-in";
import { headingId, plain, readGuide } from "./guides";
import { anchorOf, entriesOf, type OpenApi, titleOf } from "./reference";

export type Hit = { title: string; where: string; href: string; excerpt: string };
type Entry = Omit<Hit, "excerpt"> & { text: string };

const most = 30;

/** What of the guides and the reference has all these words; titles before texts. */
export function searchDocs(words: string, document: OpenApi, place: Place): Hit[] {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return [];
  return [...guideEntries(place), ...eventEntries(), ...referenceEntries(document)]
    .map((entry) => ({ entry, score: scoreOf(entry, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry: { title, where, href, text } }) => ({ title, where, href, excerpt: excerptOf(text, wanted) }));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
}

function scoreOf({ title, text }: Entry, wanted: string[]): number {
  const [head, body] = [title.toLowerCase(), text.toLowerCase()];
  if (!wanted.every((word) => head.includes(word) || body.includes(word))) return 0;
  const whole = wanted.every((word) => head.includes(word)) ? 3 : 0;
  return wanted.reduce((sum, word) => sum + (head.includes(word) ? 4 : 1) + (head.startsWith(word) ? 2 : 0), whole);
}

function excerptOf(text: string, wanted: string[]): string {
  const at = Math.max(0, Math.min(...wanted.map((word) => text.toLowerCase().indexOf(word)).filter((i) => i >= 0)));
  const from = Number.isFinite(at) ? wordStart(text, Math.max(0, at - 60)) : 0;
  const cut = text.slice(from, from + 180).trim();
  return `${from > 0 ? "… " : ""}${cut}${from + 180 < text.length ? " …" : ""}`;
}

function wordStart(text: string, at: number): number {
  return at === 0 ? 0 : text.indexOf(" ", at) + 1;
}

function guideEntries(place: Place): Entry[] {
  return chapters.flatMap(({ slug }) => {
    const guide = readGuide(slug, place);
    if (!guide) return [];
    const sections: Entry[] = [{ title: guide.title, where: "Guide", href: chapterHref(slug), text: guide.lead }];
    for (const token of guide.tokens)
      if (token.type === "heading") {
        const href = `${chapterHref(slug)}#${headingId(token.text)}`;
        sections.push({ title: plain(token.text), where: guide.title, href, text: "" });
      } else {
        const last = sections.at(-1);
        if (last) last.text = `${last.text} ${readable(token.raw)}`.replace(/\s+/g, " ").trim();
      }
    return sections;
  });
}

/** A text without the marks around it. */
function readable(raw: string): string {
  return plain(raw)
    .replaceAll("{{key}}", "key_…")
    .replace(/^```.*$/gm, "")
    .replace(/^\|[-| ]+\|$/gm, "")
    .replace(/\s*\|\s*/g, " ");
}

function eventEntries(): Entry[] {
  return allEvents.map(({ type, anchor, also, when, kind }) => ({
    title: type,
    where: `Events, ${kind.title}`,
    href: `${kind.href}#${anchor}`,
    text: plain(`${when}${also ? ` Also called ${also}.` : ""} Event, webhook, payload.`),
  }));
}

function referenceEntries(document: OpenApi): Entry[] {
  return entriesOf(document).map(({ method, path, entry }) => ({
    title: entry.summary,
    where: `Reference, ${titleOf(entry.tags[0] ?? "")}`,
    href: `/docs/reference/${entry.tags[0]}#${anchorOf(entry.operationId)}`,
    text: plain(`${method} ${path} ${entry.description.replace(`${entry.summary}.`, "").trim()}`),
  }));
}
