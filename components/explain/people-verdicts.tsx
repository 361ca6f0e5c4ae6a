import { YesNo } from "@/components/explain/yes-no";
import { classNames } from "@/components/ui/class-names";
import { TextLink } from "@/components/ui/text-link";
import type { Explanation } from "@/lib/explain/schema";

type PeopleVerdictsProps = { people: Explanation[]; who: string; className?: string };

/** Where the derivation stands, of the record too where one is asked about. */
function derivationPath(member: string, permission: string, record: string | undefined): string {
  return `/members/${member}/access?${new URLSearchParams({ permission, ...(record && { record }) })}`;
}

/** People, each with yes or no, the rule in a sentence, and the way to its derivation. */
export function PeopleVerdicts({ people, who, className }: PeopleVerdictsProps) {
  return (
    <ul className={classNames("divide-y", className)}>
      {people.length === 0 && (
        <li className="py-3 text-muted">{who ? `Nobody fits “${who}”.` : "Nobody else belongs here yet."}</li>
      )}
      {people.map(({ member, allowed, summary, permission, record }) => (
        <li
          key={member?.id}
          className="grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-3 sm:grid-cols-[2.25rem_auto_minmax(0,1fr)_auto]"
        >
          <span>
            <YesNo allowed={allowed} />
          </span>
          <span className="font-medium">{member?.name}</span>
          <span className="text-muted max-sm:col-start-2 max-sm:row-start-2">{summary}</span>
          <TextLink
            href={derivationPath(member?.id ?? "", permission, record?.id)}
            className="max-sm:col-start-3 max-sm:row-start-1"
          >
            Why
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
