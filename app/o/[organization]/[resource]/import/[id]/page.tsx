import Link from "next/link";
import { notFound } from "next/navigation";
import { FaultTable } from "@/components/imports/fault-table";
import { ImportActs } from "@/components/imports/import-acts";
import { ImportProgress } from "@/components/imports/import-progress";
import { ImportPhase } from "@/components/imports/phase";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { findImport } from "@/lib/imports/operations";
import { importPage } from "@/lib/imports/page";
import { importOutcome } from "@/lib/imports/words";

export const metadata = { title: "Import" };

type Props = { params: Promise<{ organization: string; resource?: string; id: string }> };

export default async function ImportDetailPage({ params }: Props) {
  const { door, sheet, shell } = await importPage(params);
  const { id } = await params;
  const [found, { organization }] = await Promise.all([door.run(findImport, { id }), shell()]);
  if (found.list !== sheet.name) notFound();
  const { many, one } = sheet.words;
  const running = found.phase === "checking" || found.phase === "writing";
  const amount = `${found.good.toLocaleString("en")} ${found.good === 1 ? one : many}`;
  const outcome = importOutcome(found, sheet.words);
  return (
    <>
      <PageHeader
        title={found.name}
        meta={<ImportPhase phase={found.phase} />}
        trail={[
          { label: many.charAt(0).toUpperCase() + many.slice(1), href: sheet.path },
          { label: "Import", href: `${sheet.path}/import` },
        ]}
      />
      <div className="grid max-w-3xl gap-6">
        {running && (
          <Card>
            <ImportProgress {...found} many={many} />
            <div className="mt-4">
              <ImportActs id={id} organizationId={organization.id} cancel="Stop" />
            </div>
          </Card>
        )}
        {outcome && (
          <Callout tone={outcome.tone} title={outcome.title}>
            {outcome.text}
          </Callout>
        )}
        {found.ignored.length > 0 && (
          <Callout tone="info" title="Left out">
            Nothing is called {found.ignored.map((name) => `“${name}”`).join(", ")} here.
          </Callout>
        )}
        {found.phase === "checked" && (
          <ImportActs
            id={id}
            organizationId={organization.id}
            cancel="Put aside"
            {...(found.good > 0 ? { confirm: `Import ${amount}` } : {})}
          />
        )}
        {found.phase === "done" && (
          <div>
            <Link href={sheet.path} className={buttonStyles({ variant: "primary" })}>
              See {many}
            </Link>
          </div>
        )}
        {found.faults.length > 0 && (
          <FaultTable faults={found.faults} faulty={found.faulty} href={`${sheet.path}/import/${id}/faults`} />
        )}
      </div>
    </>
  );
}
