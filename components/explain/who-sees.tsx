import { YesNo } from "@/components/explain/yes-no";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import type { Explanation } from "@/lib/explain/schema";

type WhoSeesProps = { people: Explanation[] | null; who: string };

/** The first people, or those that a name fits, each with yes or no and the rule behind it. */
export function WhoSees({ people, who }: WhoSeesProps) {
  if (!people)
    return <p className="text-muted">You need “View members with role and status” to see this for others.</p>;
  return (
    <Card title="Everybody else">
      <form className="flex flex-wrap gap-2">
        <Input
          name="who"
          type="search"
          aria-label="Name or e-mail"
          placeholder="Name or e-mail"
          defaultValue={who}
          className="min-w-0 flex-1 basis-48 sm:max-w-80"
        />
        <Button type="submit">Find</Button>
      </form>
      <ul className="mt-3 divide-y">
        {people.length === 0 && <li className="py-3 text-muted">Nobody fits “{who}”.</li>}
        {people.map(({ member, allowed, summary, permission }) => (
          <li key={member?.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <YesNo allowed={allowed} />
            <span className="font-medium">{member?.name}</span>
            <span className="min-w-0 text-muted">{summary}</span>
            <TextLink href={`/members/${member?.id}/access?permission=${permission}`} className="ml-auto">
              Why
            </TextLink>
          </li>
        ))}
      </ul>
      {people.length === 20 && (
        <p className="mt-2 text-muted text-table">The first 20. Name somebody to find others.</p>
      )}
    </Card>
  );
}
