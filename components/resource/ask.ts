import type { Findable } from "@/components/data-table/filter-search";
import type { Option } from "@/components/ui/select";
import type { Linked } from "@/lib/resource/field-schema";
import { withArticle } from "@/lib/resource/words";

const most = 20;

type Row = Record<string, unknown>;
export type Named = { id: string; label: string; detail?: string };

/** Asks this host's API, with the session that the page has, for records that a reference may lead to. */
export async function searchLinked(to: Linked, text: string, signal: AbortSignal): Promise<Named[]> {
  const query = new URLSearchParams({ q: text, limit: String(most) });
  const answer = await fetch(`/api/v1${to.path}?${query}`, { signal });
  if (answer.status === 403) return [];
  if (!answer.ok) throw new Error(`The search answered ${answer.status}`);
  const { data } = (await answer.json()) as { data: Row[] }; // our own API's answer, parsed by its operation
  return data.map((row) => named(to, row));
}

/** One record whole, for what choosing it fills in. */
export async function findRecord(to: Linked, id: string): Promise<Row> {
  const answer = await fetch(`/api/v1${to.path}/${encodeURIComponent(id)}`);
  if (!answer.ok) throw new Error(`The record answered ${answer.status}`);
  return (await answer.json()) as Row; // as above
}

export function named({ title, detail }: Linked, row: Row): Named {
  const more = detail ? row[detail] : undefined;
  return { id: String(row.id), label: String(row[title] ?? ""), ...(more ? { detail: String(more) } : {}) };
}

/** All of a list, for a filter whose menu has only some: those that are known stand there before somebody types. */
export function findable(to: Linked, known: Option[]): Findable {
  return {
    one: to.one,
    title: `Find ${withArticle(to.one)}`,
    first: known.map(({ value, label }) => ({ id: value, label })),
    search: (text, signal) => searchLinked(to, text, signal),
  };
}
