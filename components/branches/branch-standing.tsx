import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { BranchNode } from "@/lib/branches/schema";
import { above, asLines, kindNames } from "@/lib/branches/words";

type BranchStandingProps = {
  id: string;
  branches: BranchNode[];
  everywhere: number;
  /** Lists that may be seen, each narrowed to this branch by its filter. */
  lists: { path: string; label: string; filter: "branch" | "branchId" }[];
};

/** Where a branch stands in the tree, what lies below it, and the way to its people and records. */
export function BranchStanding({ id, branches, everywhere, lists }: BranchStandingProps) {
  const own = branches.find((each) => each.id === id);
  if (!own) return null;
  const below = asLines(branches.filter((each) => above(branches, each.id).some((upper) => upper.id === id)));
  return (
    <Card title="In the organization">
      <DescriptionList
        items={[
          { label: "Stands in", value: <Path branches={above(branches, id)} /> },
          { label: "Members", value: <Members id={id} members={own.members} everywhere={everywhere} /> },
          {
            label: "Its records",
            value: (
              <span className="flex flex-wrap gap-x-4 gap-y-1">
                {lists.map(({ path, label, filter }) => (
                  <TextLink key={path} href={`${path}?${filter}=${id}`}>
                    {label}
                  </TextLink>
                ))}
              </span>
            ),
          },
          {
            label: "Below it",
            value:
              below.length === 0 ? (
                <span className="text-muted">No branches</span>
              ) : (
                <ul className="space-y-1">
                  {below.map((branch) => (
                    <li
                      key={branch.id}
                      className="flex flex-wrap items-center gap-x-2"
                      style={{ paddingInlineStart: `${branch.depth * 1.25}rem` }}
                    >
                      <TextLink href={`/branches/${branch.id}`}>{branch.name}</TextLink>
                      <Badge>{kindNames[branch.kind]}</Badge>
                      {branch.archived && <Badge tone="warning">Archived</Badge>}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Card>
  );
}

function Path({ branches }: { branches: BranchNode[] }) {
  if (branches.length === 0) return <span className="text-muted">The organization itself</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      {branches.map(({ id, name }, at) => (
        <span key={id} className="flex items-center gap-x-1.5">
          {at > 0 && (
            <span aria-hidden="true" className="text-muted">
              ›
            </span>
          )}
          <TextLink href={`/branches/${id}`}>{name}</TextLink>
        </span>
      ))}
    </span>
  );
}

function Members({ id, members, everywhere }: { id: string; members: number; everywhere: number }) {
  return (
    <>
      <TextLink href={`/members?branch=${id}`}>{`${members} of this branch`}</TextLink>
      <span className="text-muted">
        {everywhere === 1 ? ", besides 1 who is of all branches" : `, besides ${everywhere} who are of all branches`}
      </span>
    </>
  );
}
