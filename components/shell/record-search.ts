import type { PaletteEntry } from "@/components/shell/palette-entries";
import type { SearchRecords } from "@/components/shell/types";
import { useFound } from "@/components/ui/found";

/** Milliseconds. Short, because the answer shall stand within a tenth of a second of the last key. */
const rest = 50;
const shortest = 2;

/** The records that the palette finds beside its pages and acts. */
export function useRecordSearch(search: SearchRecords | undefined, query: string) {
  const wanted = query.trim();
  const text = search && wanted.length >= shortest ? wanted : "";
  const { found, state } = useFound(text, search ?? none, rest);
  const hits = text === "" ? [] : found.filter((hit) => state !== "searching" || holds(hit, wanted));
  return {
    state: text === "" ? "there" : state,
    hits: hits.map((hit): PaletteEntry => ({ icon: "search", ...hit, id: `record:${hit.id}` })),
  };
}

const none: SearchRecords = async () => [];

/** Of the last answer, what the new word still finds may stay until the next one. */
function holds({ label, detail = "" }: Pick<PaletteEntry, "label" | "detail">, wanted: string): boolean {
  return `${label} ${detail}`.toLowerCase().includes(wanted.toLowerCase());
}
