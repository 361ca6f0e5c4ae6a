import { AgreeDialog } from "@/components/groups/agree-dialog";
import { EndLink } from "@/components/groups/end-link";
import type { Choice } from "@/components/groups/share-fields";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { figures } from "@/lib/groups/choices";
import type { Group } from "@/lib/groups/schema";

type Props = {
  parent: NonNullable<Group["parent"]>;
  organizationId: string;
  roles: Choice[];
  mayManage: boolean;
};

/** The child's side: whose group it is in, and what that one gets. */
export function ParentCard({ parent, organizationId, roles, mayManage }: Props) {
  const { id, name, since, accepted_by: by } = parent;
  const chosen = { figures: parent.figures, roles: parent.roles.map(({ key }) => key) };
  return (
    <Card title={`You belong to the group of ${name}`} description="It sees these figures and nothing else of yours.">
      <DescriptionList
        items={[
          { label: "It reads", value: listOf(parent.figures.map((figure) => figures[figure].label)) },
          { label: "It may give", value: listOf(parent.roles.map((role) => role.name)) },
          {
            label: "Agreed",
            value: (
              <>
                {by}, <RelativeTime value={since} />
              </>
            ),
          },
        ]}
      />
      {mayManage && (
        <div className="mt-4 flex flex-wrap gap-2">
          <AgreeDialog organizationId={organizationId} head={name} roles={roles} chosen={chosen} />
          <EndLink
            id={id}
            organizationId={organizationId}
            label="Leave the group"
            title={`Leave the group of ${name}?`}
          >
            It reads nothing any more and assigns nobody, from its next request on. People whom it assigned stay members
            until you remove them.
          </EndLink>
        </div>
      )}
    </Card>
  );
}

function listOf(words: string[]) {
  if (words.length === 0) return <span className="text-muted">Nothing</span>;
  return (
    <ul>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}
