import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../db/sql/functions/", import.meta.url);

export type SqlCall = { file: string; arguments: string[] };

/** The calls of a function in the wall's functions, with their arguments as they are written. */
export function callsOf(name: string): SqlCall[] {
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const calls = text.matchAll(new RegExp(`(?:perform|select|:=) ${name.replace(".", "\\.")}\\(`, "g"));
    return [...calls].map(({ index, 0: begin }) => ({ file, arguments: argumentsFrom(text, index + begin.length) }));
  });
}

function argumentsFrom(text: string, start: number): string[] {
  const found = [""];
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (letter === "'") quoted = !quoted;
    if (!quoted && letter === "(") depth += 1;
    if (!quoted && letter === ")") {
      if (depth === 0) break;
      depth -= 1;
    }
    if (!quoted && depth === 0 && letter === ",") found.push("");
    else found[found.length - 1] += letter;
  }
  return found.map((each) => each.trim());
}

/** `'word'` without its quotes; undefined for anything else than a literal. */
export function literal(text: string | undefined): string | undefined {
  return /^'([^']*)'$/.exec(text ?? "")?.[1];
}
