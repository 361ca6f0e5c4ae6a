import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lexer, type Token, type Tokens } from "marked";
import { chapters } from "./chapters";
import { filledIn, type Place } from "./fill-in";

export type Guide = {
  slug: string;
  title: string;
  lead: string;
  leadTokens: Token[];
  tokens: Token[];
  headings: Heading[];
};
export type Heading = { id: string; text: string; depth: number };

/** A guide's text as it stands in `docs/`; undefined where there is none of that name. */
export function guideText(slug: string): string | undefined {
  if (!chapters.some((each) => each.slug === slug)) return undefined;
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "docs", `${slug}.md`), "utf8");
}

/** A guide for this installation: its first heading and paragraph apart from the rest. */
export function readGuide(slug: string, place: Place): Guide | undefined {
  const text = guideText(slug);
  if (text === undefined) return undefined;
  const [title, lead, ...tokens] = lexer(filledIn(text, place)).filter((token) => token.type !== "space");
  if (title?.type !== "heading" || lead?.type !== "paragraph") throw new Error(`docs/${slug}.md begins otherwise.`);
  const leadTokens = lead.tokens ?? [];
  return { slug, title: title.text, lead: plain(lead.text), leadTokens, tokens, headings: headingsOf(tokens) };
}

export function headingsOf(tokens: Token[]): Heading[] {
  return tokens
    .filter((token): token is Tokens.Heading => token.type === "heading")
    .map(({ text, depth }) => ({ id: headingId(text), text: plain(text), depth }));
}

export function headingId(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export function plain(text: string): string {
  return text.replace(/`|\*\*/g, "").replace(/\[([^\]]+)\]\([^)]+\)/g, "$1");
}
