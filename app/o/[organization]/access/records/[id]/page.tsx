import { Derivation } from "@/components/explain/derivation";
import { WhoSees } from "@/components/explain/who-sees";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { whoElseSees } from "@/lib/explain/check-people";
import { openedBy } from "@/lib/explain/opened-by";
import { explainAccess } from "@/lib/explain/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Who can see this?" };

type Props = { params: Promise<{ organization: string; id: string }>; searchParams: SearchParams };

/** Why the acting person sees a record, and who else does. */
export default async function RecordAccessPage({ params, searchParams }: Props) {
  const [door, { organization: slug, id }, query] = await Promise.all([organizationPage(params), params, searchParams]);
  const [{ organization, support }, own] = await Promise.all([
    organizationShell(slug),
    door.run(explainAccess, { record: id }),
  ]);
  const people = await whoElseSees(door, own, query);
  const where = own.record?.branch ? ` It is of the branch ${own.record.branch}.` : "";
  return (
    <>
      <PageHeader
        title={`Who can see this ${own.record?.word ?? "record"}?`}
        description={`Everybody who holds “${own.description}” where it is.${where}`}
      />
      <Derivation
        explanation={own}
        mine
        organizationId={support ? undefined : organization.id}
        opens={openedBy(own.permission)}
      />
      <WhoSees people={people} who={typeof query.who === "string" ? query.who.slice(0, 100) : ""} />
    </>
  );
}
