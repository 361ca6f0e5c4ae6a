import type { Token, Tokens } from "marked";
import type { ReactNode } from "react";
import { tableRoles } from "@/components/data-table/phone-styles";
import { CodeTabs, type Sample } from "@/components/docs/code";
import { Inline } from "@/components/docs/inline";
import { Callout } from "@/components/ui/callout";
import { classNames } from "@/components/ui/class-names";
import type { Heading } from "@/lib/docs/guides";

type ProseProps = { tokens: Token[]; headings: Heading[] };

/** A guide's text. Samples that follow each other are one with a choice of languages. */
export function Prose({ tokens, headings }: ProseProps) {
  const left = [...headings];
  const shown: ReactNode[] = [];
  let heading: Heading | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (token.type !== "code") {
      if (token.type === "heading") heading = left.shift();
      shown.push(<Block key={at} token={token} heading={heading} />);
      continue;
    }
    const samples: Sample[] = [];
    const first = at;
    for (; tokens[at]?.type === "code"; at += 1) samples.push(sampleOf(tokens[at] as Tokens.Code));
    at -= 1;
    shown.push(<CodeTabs key={first} samples={samples} />);
  }
  return <div className="text-[0.9375rem] leading-6">{shown}</div>;
}

const labels: Record<string, string> = { bash: "cURL", javascript: "Node.js", python: "Python", graphql: "GraphQL" };

function sampleOf({ lang = "", text }: Tokens.Code): Sample {
  const [language = ""] = lang.split(" ");
  const label = /tab="([^"]+)"/.exec(lang)?.[1] ?? /title="([^"]+)"/.exec(lang)?.[1] ?? labels[language] ?? "";
  return { language, label, code: text };
}

/** `heading`: the one that it is, or stands under. */
function Block({ token, heading }: { token: Token; heading: Heading | undefined }) {
  switch (token.type) {
    case "heading":
      return <Title depth={token.depth} id={heading?.id} tokens={token.tokens} />;
    case "paragraph":
      return (
        <p className="my-3.5">
          <Inline tokens={token.tokens} />
        </p>
      );
    case "list":
      return <List list={token as Tokens.List} />;
    case "table":
      return <Table table={token as Tokens.Table} under={heading} />;
    case "blockquote":
      return (
        <Callout className="my-4">
          {(token.tokens ?? []).map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text never change places
            <p key={at}>
              <Inline tokens={"tokens" in each ? each.tokens : []} />
            </p>
          ))}
        </Callout>
      );
    default:
      return null;
  }
}

function Title({ depth, id, tokens }: { depth: number; id: string | undefined; tokens: Token[] | undefined }) {
  const Level = depth > 2 ? "h3" : "h2";
  const size = depth > 2 ? "mt-7 mb-2 text-base" : "mt-10 mb-3 border-t pt-8 text-xl tracking-tight";
  return (
    <Level id={id} className={`group scroll-mt-20 font-semibold ${size}`}>
      <a href={`#${id}`} className="rounded-[4px] hover:underline">
        <Inline tokens={tokens} />
      </a>
    </Level>
  );
}

function List({ list }: { list: Tokens.List }) {
  const Kind = list.ordered ? "ol" : "ul";
  return (
    <Kind className={`my-3.5 space-y-1.5 pl-5 marker:text-muted ${list.ordered ? "list-decimal" : "list-disc"}`}>
      {list.items.map((item) => (
        <li key={item.raw} className="pl-1">
          <Inline tokens={item.tokens} />
        </li>
      ))}
    </Kind>
  );
}

/** More than two columns leave no room for words on a phone: there each row's cells stand below each other. */
function Table({ table, under }: { table: Tokens.Table; under: Heading | undefined }) {
  const stacked = table.header.length > 2;
  const columns = table.header.map(({ text }) => text).join(", ");
  const name = under ? `${under.text}: ${columns}` : columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
    <section className="my-4 overflow-x-auto rounded-surface border" tabIndex={0} aria-label={name}>
      <table
        {...tableRoles.table}
        aria-label={name}
        className={classNames("w-full text-left text-sm", stacked && "max-sm:block")}
      >
        <thead {...tableRoles.group} className={classNames("bg-sunken", stacked && "max-sm:sr-only")}>
          <tr {...tableRoles.row}>
            {table.header.map(({ text, tokens }) => (
              <th {...tableRoles.head} key={text} className="whitespace-nowrap px-3 py-2 font-medium text-muted">
                <Inline tokens={tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.group} className={classNames("divide-y", stacked && "max-sm:block")}>
          {table.rows.map((cells) => (
            <tr
              {...tableRoles.row}
              key={cells.map(({ text }) => text).join()}
              className={classNames("align-top", stacked && "max-sm:block max-sm:py-2")}
            >
              {cells.map(({ tokens }, at) => (
                <td
                  {...tableRoles.cell}
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                  key={at}
                  className={classNames("min-w-24 px-3 py-2", stacked && "max-sm:block max-sm:py-0.5")}
                >
                  <Inline tokens={tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
