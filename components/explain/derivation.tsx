import { Check, Minus, X } from "lucide-react";
import { AskButton } from "@/components/explain/ask-button";
import { YesNo } from "@/components/explain/yes-no";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { grantWords } from "@/lib/access/grant-words";
import type { Explanation } from "@/lib/explain/schema";

const marks = {
  for: { Mark: Check, word: "For", look: "text-positive" },
  against: { Mark: X, word: "Against", look: "text-danger" },
  neither: { Mark: Minus, word: "Neither", look: "text-muted" },
};

type DerivationProps = {
  explanation: Explanation;
  mine: boolean;
  /** Where the acting person may ask for what is missing; not who only acts as them. */
  organizationId?: string;
  /** What it opens, in the words of the operations that ask for it. */
  opens: string[];
};

/** Yes or no for one permission, with every link of the way to it. */
export function Derivation({ explanation, mine, organizationId, opens }: DerivationProps) {
  const { member, key, record, description, permission, allowed, steps, grantors } = explanation;
  const subject = mine ? "you" : (member?.name ?? `the key ${key?.label}`);
  return (
    <Card
      className="mb-6"
      title={
        <span className="flex flex-wrap items-center gap-2">
          <YesNo allowed={allowed} />
          {description}
        </span>
      }
      description={
        <>
          <code>{permission}</code> for {subject}
          {record && !mine && (
            <>
              {" "}
              on <TextLink href={`/access/records/${record.id}`}>this {record.word}</TextLink>
            </>
          )}
        </>
      }
    >
      <ol className="space-y-2">
        {steps.map(({ speaks, text }) => {
          const { Mark, word, look } = marks[speaks];
          return (
            <li key={text} className="flex items-start gap-2.5">
              <Mark aria-label={word} className={`mt-0.5 size-4 shrink-0 ${look}`} />
              <span className={speaks === "neither" ? "text-muted" : undefined}>{text}</span>
            </li>
          );
        })}
      </ol>
      {opens.length > 0 && (
        <details className="mt-4 border-t pt-3 text-table">
          <summary className="cursor-pointer text-muted">
            What it opens: {opens.length === 1 ? "one act" : `${opens.length} acts`}
          </summary>
          <ul className="mt-2 list-disc space-y-0.5 pl-5">
            {opens.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
      {!allowed && (
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t pt-3 text-muted">
          {grantors && grantWords(grantors)}
          {mine && organizationId && grantors?.anybody && (
            <AskButton permission={permission} organizationId={organizationId} />
          )}
        </div>
      )}
    </Card>
  );
}
