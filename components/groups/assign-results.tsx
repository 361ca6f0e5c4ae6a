import { Callout } from "@/components/ui/callout";
import type { Assigned, assignFaults, GroupChild } from "@/lib/groups/schema";

const faults: Record<(typeof assignFaults)[number], string> = {
  not_in_group: "does not belong to your group any more",
  not_active: "is not active",
  role_not_agreed: "does not let you give this role",
  role_grew: "changed this role since it agreed; it has to agree again",
  above_own_rights: "would get more than you hold yourself",
};

type Props = { answer: Assigned; childrenOfGroup: GroupChild[] };

/** What came of it, organization by organization. */
export function AssignResults({ answer, childrenOfGroup }: Props) {
  const nameOf = (id: string) => childrenOfGroup.find((child) => child.id === id)?.name ?? "An organization";
  return (
    <Callout tone={answer.done ? "positive" : "danger"} title={answer.done ? "Assigned" : "Nothing was changed"}>
      <ul className="space-y-0.5">
        {answer.results.map(({ id, fault, joined, already }) => (
          <li key={id}>
            {nameOf(id)}{" "}
            {fault
              ? faults[fault]
              : answer.done
                ? `: ${people(joined)} joined${already > 0 ? `, ${people(already)} there already, unchanged` : ""}`
                : "would have been fine"}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}
