import { notFound } from "next/navigation";
import { AccessTable } from "@/components/explain/access-table";
import { Derivation } from "@/components/explain/derivation";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { permissions } from "@/lib/access/permissions";
import { openedBy } from "@/lib/explain/opened-by";
import { explainAccess, listAccess } from "@/lib/explain/operations";
import { decodeId } from "@/lib/ids";

export const metadata = { title: "What a member can do" };

type Props = { params: Promise<{ organization: string; id: string }>; searchParams: SearchParams };

export default async function MemberAccessPage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const [{ id: member }, query] = await Promise.all([params, searchParams]);
  if (!decodeId("mem", member)) notFound();
  const asked = permissions.find((each) => each === query.permission);
  const record = typeof query.record === "string" ? query.record : undefined;
  const [access, explanation] = await Promise.all([
    door.run(listAccess, { member }),
    asked ? door.run(explainAccess, { member, permission: asked, ...(record !== undefined && { record }) }) : null,
  ]);
  const held = access.data.filter(({ allowed }) => allowed).length;
  const name = access.member?.name ?? "";
  return (
    <>
      <PageHeader
        title={`What can ${name} do?`}
        description={`${held} of ${access.data.length} permissions, with the rule that decides each.`}
        trail={[
          { label: "Members", href: "/members" },
          { label: name, href: `/members/${member}` },
        ]}
      />
      {explanation && <Derivation explanation={explanation} mine={false} opens={openedBy(explanation.permission)} />}
      <AccessTable access={access} address={`/members/${member}/access`} />
    </>
  );
}
