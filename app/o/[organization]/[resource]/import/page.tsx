import Link from "next/link";
import { ImportPhase } from "@/components/imports/phase";
import { UploadForm } from "@/components/imports/upload-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { listImports } from "@/lib/imports/operations";
import { importPage, type ListParams } from "@/lib/imports/page";
import { settableColumns } from "@/lib/sheets/columns";

export const metadata = { title: "Import" };

export default async function ImportPage({ params }: { params: ListParams }) {
  const { door, sheet, shell } = await importPage(params);
  const [{ data: recent }, { organization }] = await Promise.all([
    door.run(listImports, { list: sheet.name as never }),
    shell(),
  ]); // one of the sheets
  const { many } = sheet.words;
  const title = many.charAt(0).toUpperCase() + many.slice(1);
  return (
    <>
      <PageHeader
        title={`Import ${many}`}
        description="The file is checked first. Nothing is written until you have seen what it found."
        trail={[{ label: title, href: sheet.path }]}
      />
      <div className="grid max-w-3xl gap-6">
        <Card>
          <UploadForm path={sheet.path} />
        </Card>
        {recent.length > 0 && (
          <Card title="Last imports" padded={false}>
            <ul className="divide-y">
              {recent.map(({ id, name, phase, good, starter, createdAt }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-2.5">
                  <div className="min-w-0">
                    <Link href={`${sheet.path}/import/${id}`} className="break-words font-medium hover:underline">
                      {name}
                    </Link>
                    <p className="text-muted text-table">
                      {starter}, <RelativeTime value={createdAt} timeZone={organization.timeZone} />
                      {phase === "done" && `, ${good.toLocaleString("en")} ${many}`}
                    </p>
                  </div>
                  <ImportPhase phase={phase} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title="Columns" description="In any order, by these names. Others are left out, and you are told which.">
          <ul className="grid gap-x-6 gap-y-1.5 text-table sm:grid-cols-2">
            {settableColumns(sheet).map(({ label, needed }) => (
              <li key={label} className="flex justify-between gap-3 border-b py-1">
                <span className="min-w-0 break-words">{label}</span>
                {needed && <span className="text-muted">needed</span>}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
