import { PeopleVerdicts } from "@/components/explain/people-verdicts";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { type Explanation, mostShown } from "@/lib/explain/schema";

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
      <PeopleVerdicts people={people} who={who} className="mt-3" />
      {people.length === mostShown && (
        <p className="mt-2 text-muted text-table">The first {mostShown}. Name somebody to find others.</p>
      )}
    </Card>
  );
}
