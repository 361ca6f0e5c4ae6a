import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { BerthError } from "@/lib/errors";
import { plainText } from "./formula";

export type Line = { /** The line of the file that the row begins on. */ line: number; cells: string[] };

const longestRow = 256_000;

/** Rows of a CSV file, one after the other, with cells as they were before they were made inert. Throws `invalid`. */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<Line> {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    info: true,
  });
  const source = Readable.from(decoded(bytes));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let next = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line: next, cells: record.map(plainText) };
      next = info.lines + 1;
    }
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Which separator the first line speaks for. */
export function delimiterOf(head: string): "," | ";" | "\t" {
  const [first = ""] = head.replace(/"[^"]*"/g, "").split(/\r?\n/, 1);
  const count = (mark: string) => first.split(mark).length;
  const marks = [",", ";", "\t"] as const;
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

/** Says what a file is that is no CSV in UTF-8, by its first bytes. Throws `invalid`. */
export function requireText(head: Uint8Array): void {
  const [a, b] = head;
  if (a === 0x50 && b === 0x4b)
    throw notCsv("This is a spreadsheet or a zip file. Save it as CSV (UTF-8) and choose that.");
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw notCsv("This file is in UTF-16. Save it as CSV (UTF-8) and choose that.");
  if (head.includes(0)) throw notCsv("This is not a text file. Save it as CSV (UTF-8) and choose that.");
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for await (const chunk of bytes) {
    if (chunk.includes(0)) throw notCsv(`There is a zero byte after line ${line}. This is not a text file.`);
    const text = decode(() => decoder.decode(chunk, { stream: true }), line);
    line += text.split("\n").length - 1;
    yield text;
  }
  decode(() => decoder.decode(), line);
}

function decode(work: () => string, line: number): string {
  try {
    return work();
  } catch {
    throw notCsv(`After line ${line} this file is not in UTF-8. Save it as CSV (UTF-8) and choose that.`);
  }
}

function faultOf(error: CsvError): BerthError {
  const line = Number(error.lines ?? 0);
  if (error.code === "CSV_MAX_RECORD_SIZE") return notCsv(`The row at line ${line} is longer than a row can be.`);
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return notCsv("A quotation mark is opened and never closed.");
  return notCsv(`Near line ${line} a quotation mark stands where none can stand.`);
}

function notCsv(message: string): BerthError {
  return new BerthError("invalid", message, { reason: "not_csv" });
}
