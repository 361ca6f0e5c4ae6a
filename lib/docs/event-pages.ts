import { type EventNoun, eventNouns, karrioNames } from "@/lib/events/nouns";
import { whenOf } from "@/lib/events/when";
import type { OpenApi } from "./reference";
import { type Node, type Row, rowsOf } from "./schema-rows";

export type EventEntry = { type: string; anchor: string; also: string | undefined; when: string };

/** A kind of record that events tell of. */
export type EventKindLink = { slug: string; title: string; href: string; events: EventEntry[] };

export type EventKindPage = EventKindLink & {
  permission: string;
  /** The record's own fields. */
  fields: Row[];
  /** What the body holds beside the record. */
  around: Row[];
  /** A whole body for each event, by its name. */
  examples: Record<string, string>;
};

export const eventsHref = "/docs/events";

export const eventKinds: readonly EventKindLink[] = eventNouns.map(linkOf);

export const allEvents: readonly (EventEntry & { kind: EventKindLink })[] = eventKinds.flatMap((kind) =>
  kind.events.map((each) => ({ ...each, kind })),
);

/** Everything about the events of one kind of record; undefined where there is none of that name. */
export function eventKindPage(document: OpenApi, slug: string): EventKindPage | undefined {
  const kind = eventNouns.find((each) => slugOf(each) === slug);
  if (!kind) return undefined;
  const link = linkOf(kind);
  const bodies = link.events.map(({ type }) => [type, bodyOf(document, type)] as const);
  const rows = rowsOf(schemaOf(document, bodies[0]?.[1]?.schema));
  return {
    ...link,
    permission: kind.permission,
    fields: rows.find(({ name }) => name === "data")?.rows ?? [],
    around: rows.map((row) => (row.name === "data" ? { ...row, rows: [] } : row)),
    examples: Object.fromEntries(bodies.map(([type, body]) => [type, JSON.stringify(body?.example, null, 2)])),
  };
}

function linkOf(kind: EventNoun): EventKindLink {
  const slug = slugOf(kind);
  const events = kind.verbs.map((verb) => {
    const type = `${kind.noun}.${verb}`;
    return { type, anchor: type.replace(/[._]/g, "-"), also: karrioNames[type], when: whenOf(type) };
  });
  return { slug, title: kind.words, href: `${eventsHref}/${slug}`, events };
}

function slugOf({ noun }: EventNoun): string {
  return noun.replaceAll("_", "-");
}

function bodyOf({ webhooks }: OpenApi, type: string) {
  return webhooks[type]?.post.requestBody.content["application/json"];
}

function schemaOf({ components }: OpenApi, schema: Node | undefined): Node {
  return components.schemas[schema?.$ref?.split("/").at(-1) ?? ""] ?? {};
}
