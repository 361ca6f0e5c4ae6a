import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { openApiDocument } from "@/lib/api/openapi";
import type { OpenApi } from "./document";
import { libraryOf } from "./library";

const folder = new URL("../src/generated/", import.meta.url);

/** Generated files that are older than the API, by name. */
export function olderFiles(): string[] {
  return Object.entries(generated()).flatMap(([name, text]) => (kept(name) === text ? [] : [name]));
}

function generated(): Record<string, string> {
  return libraryOf(JSON.parse(JSON.stringify(openApiDocument())) as OpenApi); // a document that the linter knows
}

function kept(name: string): string {
  try {
    return readFileSync(new URL(name, folder), "utf8");
  } catch {
    return "";
  }
}

function write(): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(generated())) writeFileSync(new URL(name, folder), text);
}

if (process.argv[1]?.endsWith("main.ts")) {
  if (process.argv.includes("--check")) {
    const older = olderFiles();
    if (older.length > 0)
      console.error(`sdk/src/generated is older than the API (${older.join(", ")}): npm run sdk, and commit it.`);
    process.exitCode = older.length > 0 ? 1 : 0;
  } else write();
}
