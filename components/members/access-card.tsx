import { permissionOptions } from "@/components/explain/permission-options";
import { ControlLabel } from "@/components/form/control-label";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import type { AccessList } from "@/lib/explain/schema";
import type { MemberView } from "@/lib/members/schema";

/** "What can Maria do?": asks the page that answers. */
export function AccessCard({ member, access }: { member: MemberView; access: AccessList }) {
  const address = `/members/${member.id}/access`;
  const held = access.data.filter(({ allowed }) => allowed).length;
  return (
    <Card
      title={`What can ${member.name} do?`}
      description={`${held} of ${access.data.length} permissions. Every yes and no has its rule.`}
    >
      <form action={address} className="flex flex-wrap items-end gap-3">
        <ControlLabel className="min-w-0 flex-1 basis-52">
          <span className="sr-only">Permission</span>
          <Select name="permission" options={permissionOptions} />
        </ControlLabel>
        <Button type="submit">Explain</Button>
      </form>
      <p className="mt-3">
        <TextLink href={address}>See all of them</TextLink>
      </p>
    </Card>
  );
}
