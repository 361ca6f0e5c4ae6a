import { notFound } from "next/navigation";
import { MoveButton } from "@/components/branches/move-button";
import { RecordActs } from "@/components/resource/record-acts";
import { RecordFacts, RecordLines } from "@/components/resource/record-facts";
import { RecordHistory } from "@/components/resource/record-history";
import { recordValue } from "@/components/resource/record-value";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { Verdict } from "@/lib/access/verdict";
import { listBranchChoices } from "@/lib/branches/operations";
import { isMovable } from "@/lib/branches/schema";
import { decodeId } from "@/lib/ids";
import { asTitle } from "@/lib/resource/words";
import { around, resourcePage } from "../resource-page";
import { extras } from "./extras";

export const metadata = { title: "Record" };

type Props = { params: Promise<{ organization: string; resource: string; id: string }> };

export default async function RecordPage({ params }: Props) {
  const { door, resource, slug } = await resourcePage(params);
  const { id } = await params;
  if (!decodeId(resource.prefix, id)) notFound();
  const kind = isMovable(resource.name) ? resource.name : undefined;
  const [record, history, branches, { facts, organization, permissions }] = await Promise.all([
    door.run(resource.operations.find, { id }),
    door.run(resource.operations.history, { id }),
    kind ? door.run(listBranchChoices, {}) : [],
    around(resource, slug),
  ]);
  const abilities = record.abilities as { update: Verdict; remove: Verdict }; // as its output declares
  const name = String(record[resource.title]);
  const extra = await extras[resource.name]?.({ door, record, organization, held: permissions });
  const { status } = resource.fields;
  const locked = !abilities.update.allowed && abilities.update.reason !== "permission_missing";
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: asTitle(resource.words.many), href: resource.path }]}
        meta={status && recordValue({ name: "status", field: status, record })}
        actions={
          <>
            {kind && abilities.update.allowed && (
              <MoveButton
                kind={kind}
                record={{ id, name, branchId: (record.branch as { id: string } | null)?.id ?? null }}
                branches={branches}
                organizationId={organization.id}
              />
            )}
            <RecordActs facts={facts} record={{ id, name, abilities }} organizationId={organization.id} />
            {extra?.acts}
          </>
        }
      />
      {locked && !abilities.update.allowed && (
        <Callout tone="info" className="mb-5">
          {abilities.update.message}
        </Callout>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-5">
          <Card title="Details">
            <RecordFacts fields={resource.fields} record={record} timeZone={organization.timeZone} />
          </Card>
          {resource.lines && (
            <Card title={resource.lines.label} padded={false}>
              <RecordLines lines={resource.lines} record={record} />
            </Card>
          )}
          {extra?.more}
        </div>
        <Card title="History">
          <RecordHistory entries={history} timeZone={organization.timeZone} />
        </Card>
      </div>
    </>
  );
}
