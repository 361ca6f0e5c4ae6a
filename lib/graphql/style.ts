import { readFile } from "node:fs/promises";
import { join } from "node:path";

const type = { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=3600" };

/** The editor's own stylesheet without its fonts: they are written into it, and our policy lets no such font in. */
export async function answerStyle(): Promise<Response> {
  const text = await readFile(join(process.cwd(), "node_modules/graphiql/dist/style.css"), "utf8");
  return new Response(text.replace(/@font-face\s*\{[^}]*\}/g, ""), { headers: type });
}
