import Link from "next/link";
import { BranchMenu } from "@/components/branches/branch-menu";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { BranchNode } from "@/lib/branches/schema";
import { asLines, kindNames, type Placed } from "@/lib/branches/words";

type BranchTreeProps = { branches: BranchNode[]; organizationId: string; timeZone: string; mayManage: boolean };

/** Every branch, the ones below it indented under it. */
export function BranchTree({ branches, organizationId, timeZone, mayManage }: BranchTreeProps) {
  const lines = asLines(branches);
  const open = branches.filter(({ archived }) => !archived);
  return (
    <Card padded={false}>
      <ul className="divide-y" aria-label="Branches">
        {lines.map((branch) => (
          <li key={branch.id} className="flex items-start gap-3 px-5 py-3">
            <BranchLine branch={branch} timeZone={timeZone} />
            {mayManage && (
              <BranchMenu
                branch={branch}
                others={open.filter(({ id }) => id !== branch.id)}
                organizationId={organizationId}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function BranchLine({ branch, timeZone }: { branch: Placed; timeZone: string }) {
  const facts = [branch.place, branch.timeZone ?? timeZone].filter((fact) => fact !== null);
  return (
    <div className="min-w-0 flex-1" style={{ paddingInlineStart: `${branch.depth * 1.25}rem` }}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={`/branches/${branch.id}`} className="font-medium hover:underline">
          {branch.name}
        </Link>
        <span className="font-mono text-muted text-table">{branch.code}</span>
        <Badge>{kindNames[branch.kind]}</Badge>
        {branch.archived && <Badge tone="warning">Archived</Badge>}
      </div>
      <p className="mt-0.5 text-muted text-table">{facts.join(" · ")}</p>
      <p className="mt-0.5 text-muted text-table">
        {branch.manager ? (
          <>
            Managed by{" "}
            <Link
              href={`/members/${branch.manager.id}`}
              className="text-text underline decoration-muted underline-offset-2 hover:decoration-current"
            >
              {branch.manager.name}
            </Link>
            {" · "}
          </>
        ) : null}
        {branch.members === 1 ? "1 member" : `${branch.members} members`}
      </p>
    </div>
  );
}
