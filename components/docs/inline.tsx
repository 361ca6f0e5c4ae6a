import type { Token, Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

/** Text with what stands inside it: code, links, emphasis. */
export function Inline({ tokens }: { tokens: Token[] | undefined }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
  return (tokens ?? []).map((token, at) => <Fragment key={at}>{pieceOf(token)}</Fragment>);
}

function pieceOf(token: Token): ReactNode {
  switch (token.type) {
    case "strong":
      return (
        <strong className="font-semibold">
          <Inline tokens={token.tokens} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inline tokens={token.tokens} />
        </em>
      );
    case "codespan":
      return (
        <code className="break-words rounded-[4px] bg-hover px-1 py-0.5 font-mono text-[0.86em]">{token.text}</code>
      );
    case "link":
      return (
        <TextLink href={(token as Tokens.Link).href} className="underline">
          <Inline tokens={token.tokens} />
        </TextLink>
      );
    case "text":
      return token.tokens ? <Inline tokens={token.tokens} /> : unescaped(token.text);
    case "escape":
      return token.text;
    default:
      return token.raw;
  }
}

const named: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (all) => named[all] ?? all);
}
