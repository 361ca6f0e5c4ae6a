import { stringify } from "csv-stringify/sync";
import { inertText } from "./formula";

/** Numbers stay numbers; everything else is quoted and inert. */
export type Cell = string | number | boolean | null | undefined;

/** Rows as CSV (RFC 4180, UTF-8, no byte order mark), each line ended. */
export function csvLines(rows: Iterable<readonly Cell[]>): string {
  return stringify(
    [...rows].map((cells) => cells.map(written)),
    { quoted_string: true, record_delimiter: "windows" },
  );
}

function written(cell: Cell): string | number {
  if (typeof cell === "number") return cell;
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return inertText(cell ?? "");
}

type Pages = AsyncIterable<readonly (readonly Cell[])[]>;

/** A download that is made while it is read: nothing of it is held but the page under way. Without pages, its headers. */
export function csvResponse(name: string, pages: Pages | undefined): Response {
  return new Response(pages ? streamOf(pages) : null, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

function streamOf(pages: Pages): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const reading = pages[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reading.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(csvLines(value)));
    },
    async cancel() {
      await reading.return?.();
    },
  });
}
