import type { Tokens } from "marked";
import type { Place } from "@/lib/docs/fill-in";
import { readGuide } from "@/lib/docs/guides";

export type GuideSample = {
  language: string;
  code: string;
  /** `members.mjs`, where it is a file. */
  file: string | undefined;
  /** Runs until it is stopped. */
  stays: boolean;
  /** Kept under its name: a later sample runs it. */
  saved: boolean;
  /** Shown and not run: what it does is tested elsewhere, or it is what the reader types in a terminal. */
  unrun: boolean;
};

/** The samples of a guide, in their order. */
export function samplesOf(slug: string, place: Place): GuideSample[] {
  const codes = readGuide(slug, place)?.tokens.filter((token): token is Tokens.Code => token.type === "code") ?? [];
  return codes.map(({ lang = "", text }) => {
    const [language = "", ...facts] = lang.split(" ");
    const file = /title="([^"]+\.\w+)"/.exec(lang)?.[1];
    const is = (fact: string) => facts.includes(fact);
    return { language, code: text, file, stays: is("background"), saved: is("save"), unrun: is("norun") };
  });
}
