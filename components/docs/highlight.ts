import Prism, { type Token } from "prismjs";
import "prismjs/components/prism-bash.js";
import "prismjs/components/prism-go.js";
import "prismjs/components/prism-graphql.js";
import "prismjs/components/prism-json.js";
import "prismjs/components/prism-markup-templating.js";
import "prismjs/components/prism-php.js";
import "prismjs/components/prism-python.js";
import "prismjs/components/prism-ruby.js";
import "prismjs/components/prism-typescript.js";

export type Piece = { text: string; className: string };

const colours: Record<string, string> = {
  comment: "text-muted italic",
  string: "text-positive",
  "template-string": "text-positive",
  "attr-value": "text-positive",
  keyword: "text-accent",
  boolean: "text-warning",
  number: "text-warning",
  function: "text-info",
  "class-name": "text-info",
  builtin: "text-info",
  property: "text-info",
  "property-query": "text-info",
  "property-mutation": "text-info",
  parameter: "text-warning",
};

/** Code in pieces with their colours, on the server: the policy lets no style of a highlighter's own in. */
export function highlight(code: string, language: string): Piece[] {
  const grammar = Prism.languages[language];
  if (!grammar) return [{ text: code, className: "" }];
  const pieces = Prism.tokenize(code, grammar).flatMap((token) => piecesOf(token, ""));
  return pieces.reduce<Piece[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last && (last.className === piece.className || piece.text.trim() === "")) last.text += piece.text;
    else joined.push({ ...piece });
    return joined;
  }, []);
}

function piecesOf(token: string | Token, className: string): Piece[] {
  if (typeof token === "string") return [{ text: token, className }];
  const own = colours[token.type] ?? className;
  return [token.content].flat().flatMap((each) => piecesOf(each, own));
}
