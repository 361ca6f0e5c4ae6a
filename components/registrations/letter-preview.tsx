"use client";

import { useFormContext, useWatch } from "react-hook-form";
import type { Letter, Letters } from "@/lib/registrations/rules";
import type { GivableRole } from "@/lib/registrations/schema";

type Person = { name: string; verified: boolean };
type LetterPreviewProps = { act: "approve" | "reject"; people: Person[]; letters: Letters; roles: GivableRole[] };

/** What the mail will say, before it is sent. */
export function LetterPreview({ act, people, letters, roles }: LetterPreviewProps) {
  const { control } = useFormContext();
  const [roleKey, note, reason] = useWatch({ control, name: ["role", "note", "reason"] });
  const role = roles.find(({ key }) => key === roleKey)?.name ?? "";
  const proved = people.filter(({ verified }) => verified);
  const waiting = people.filter(({ verified }) => !verified);
  const told =
    act === "reject"
      ? [{ letter: letters.rejected, people }]
      : [
          { letter: letters.joined, people: proved },
          { letter: letters.waiting, people: waiting },
        ];
  const quote = String((act === "reject" ? reason : note) ?? "").trim();
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1.5 font-medium">What they will be told</legend>
      {told
        .filter((each) => each.people.length > 0)
        .map((each) => (
          <Mail key={each.letter.subject} letter={each.letter} people={each.people} role={role} quote={quote} />
        ))}
    </fieldset>
  );
}

type MailProps = { letter: Letter; people: Person[]; role: string; quote: string };

function Mail({ letter, people, role, quote }: MailProps) {
  const name = people.length === 1 ? (people[0]?.name ?? "") : "(name)";
  const fill = (text: string) => text.replaceAll("{name}", name).replaceAll("{role}", role);
  return (
    <div className="rounded-surface border bg-sunken px-4 py-3 text-table">
      <p className="text-muted">Mail to {people.length === 1 ? name : `${people.length} people`}</p>
      <p className="font-medium">{fill(letter.subject)}</p>
      {letter.paragraphs.map((paragraph) => (
        <p key={paragraph} className="mt-1.5">
          {fill(paragraph)}
        </p>
      ))}
      {quote && <p className="mt-1.5 whitespace-pre-line break-words border-l-2 pl-3">{quote}</p>}
      <p className="mt-2 text-muted">Button: {letter.button}</p>
    </div>
  );
}
