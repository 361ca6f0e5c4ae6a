import { Check, Minus, X } from "lucide-react";
import { YesNo } from "@/components/explain/yes-no";
import { Card } from "@/components/ui/card";
import type { Explanation } from "@/lib/explain/schema";

const marks = {
  for: { Mark: Check, word: "For", look: "text-positive" },
  against: { Mark: X, word: "Against", look: "text-danger" },
  neither: { Mark: Minus, word: "Neither", look: "text-muted" },
};

/** Yes or no for one permission, with every link of the way to it. */
export function Derivation({ explanation, mine }: { explanation: Explanation; mine: boolean }) {
  const { member, key, description, permission, allowed, steps, givers } = explanation;
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
      {!allowed && (
        <p className="mt-4 border-t pt-3 text-muted">
          {givers.length > 0 ? `${givers.join(", ")} can give it.` : "Nobody here can give it at the moment."}
        </p>
      )}
    </Card>
  );
}
