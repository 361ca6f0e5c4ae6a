import { Fragment } from "react";

/** A text with the words that were looked for marked in it. */
export function Marked({ text, words }: { text: string; words: string }) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean).map(escaped);
  if (wanted.length === 0) return text;
  return text.split(new RegExp(`(${wanted.join("|")})`, "i")).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
    <Fragment key={at}>
      {at % 2 === 1 ? <mark className="rounded-[2px] bg-accent-soft text-text">{part}</mark> : part}
    </Fragment>
  ));
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
