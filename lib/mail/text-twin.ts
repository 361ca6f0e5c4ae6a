import { knownFacts, type MailContent } from "./template";

/** The plain text part: the same words as the layout, in the same order. */
export function textTwin(content: MailContent): string {
  const { organization, heading, paragraphs, quote, action, afterword, why } = content;
  const blocks = [
    organization?.name ?? "Berth",
    heading,
    ...paragraphs,
    quote && `${quotedLines(quote.text)}\n> (${quote.by})`,
    knownFacts(content)
      .map(([label, value]) => `${label}: ${value}`)
      .join("\n"),
    `${action.label}:\n${action.link}`,
    afterword,
    `-- \n${why}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function quotedLines(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
