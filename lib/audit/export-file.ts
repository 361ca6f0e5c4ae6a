import { Readable } from "node:stream";
import { type Cell, csvLines } from "@/lib/csv/cells";
import { files } from "@/lib/files/files";
import { differences, type Shown } from "./changes";
import type { ExportFile } from "./export-schema";
import type { AuditEntry } from "./schema";
import { actorParts, entryWords, recordWord } from "./words";

const head = [
  "Id",
  "Time",
  "Who",
  "E-mail",
  "By means of",
  "What",
  "Operation",
  "Kind of record",
  "Record",
  "Record id",
  "Changes",
  "Reason",
  "From",
  "Client",
  "Request",
];

type Part = Pick<ExportFile, "organizationId" | "file" | "format">;

/** Writes one part; the same part again takes its place. */
export async function keepPart(given: Part, part: number, pages: AsyncIterable<AuditEntry[]>): Promise<void> {
  const disk = await files();
  await disk.putStream(keyOf(given, part), Readable.from(textOf(given, part, pages), { objectMode: false }));
}

/** The parts one after another: the whole file. */
export async function* readParts({ parts, ...given }: ExportFile): AsyncGenerator<Uint8Array> {
  const disk = await files();
  for (let part = 0; part < parts; part += 1)
    for await (const chunk of await disk.getStream(keyOf(given, part))) yield chunk;
}

export async function dropParts({ parts, ...given }: ExportFile): Promise<void> {
  const disk = await files();
  // One more: a part that was written and never noted.
  for (let part = 0; part <= parts; part += 1) await disk.delete(keyOf(given, part));
}

function keyOf({ organizationId, file }: Pick<Part, "organizationId" | "file">, part: number): string {
  return `${organizationId}/audit-exports/${file}/${part}`;
}

async function* textOf({ format }: Part, part: number, pages: AsyncIterable<AuditEntry[]>): AsyncGenerator<Buffer> {
  if (format === "csv" && part === 0) yield Buffer.from(csvLines([head]));
  for await (const entries of pages)
    yield Buffer.from(
      format === "csv" ? csvLines(entries.map(cellsOf)) : entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""),
    );
}

function cellsOf(entry: AuditEntry): Cell[] {
  const { name, email } = actorParts(entry.actor);
  return [
    entry.id,
    entry.at.toISOString(),
    name,
    email,
    entry.via,
    entryWords(entry),
    entry.operation,
    recordWord(entry.record_type),
    entry.record_name,
    entry.record_id,
    changesText(entry),
    entry.reason,
    entry.address,
    entry.agent,
    entry.request_id,
  ];
}

function changesText(entry: AuditEntry): string {
  return differences(entry)
    .map(({ field, before, after }) => `${field}: ${textOfShown(before)} > ${textOfShown(after)}`)
    .join("\n");
}

function textOfShown(shown: Shown | null): string {
  if (shown === null) return "nothing";
  if (shown.kind === "moment") return shown.at;
  return shown.kind === "id" ? (shown.name ?? shown.id) : shown.text;
}
