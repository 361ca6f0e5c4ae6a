import { AccessTable } from "@/components/explain/access-table";
import { Derivation } from "@/components/explain/derivation";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { permissions } from "@/lib/access/permissions";
import { openedBy } from "@/lib/explain/opened-by";
import { explainAccess, listAccess } from "@/lib/explain/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Your rights" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

/** What the acting person may do and why: where every refusal leads to. */
export default async function OwnAccessPage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const query = await searchParams;
  const asked = permissions.find((each) => each === query.permission);
  const { organization, support } = await organizationShell((await params).organization);
  const [access, explanation] = await Promise.all([
    door.run(listAccess, {}),
    asked ? door.run(explainAccess, { permission: asked }) : null,
  ]);
  const held = access.data.filter(({ allowed }) => allowed).length;
  return (
    <>
      <PageHeader
        title="Your rights"
        description={`You hold ${held} of ${access.data.length} permissions here. Open one to see the rule behind it.`}
      />
      {explanation && (
        <Derivation
          explanation={explanation}
          mine
          organizationId={support ? undefined : organization.id}
          opens={openedBy(explanation.permission)}
        />
      )}
      <AccessTable access={access} address="/access" />
    </>
  );
}
