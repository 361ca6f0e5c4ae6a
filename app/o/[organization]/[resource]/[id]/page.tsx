import { notFound } from "next/navigation";
import { AddressCard } from "@/components/resource/address-card";
import { RecordActs } from "@/components/resource/record-acts";
import { placesOf, RecordFacts, RecordLines } from "@/components/resource/record-facts";
import { RecordHistory } from "@/components/resource/record-history";
import { recordValue } from "@/components/resource/record-value";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { decodeId } from "@/lib/ids";
import { asTitle } from "@/lib/resource/words";
import { readAround, withActs } from "../record";
import { resourcePage } from "../resource-page";

export const metadata = { title: "Record" };

type Props = { params: Promise<{ organization: string; resource: string; id: string }> };

export default async function RecordPage({ params }: Props) {
  const { door, resource, slug } = await resourcePage(params);
  const { id } = await params;
  if (!decodeId(resource.prefix, id)) notFound();
  const [record, around] = await Promise.all([
    door.run(resource.operations.find, { id }),
    readAround(door, resource, slug, id),
  ]);
  const { acts, own, more, locked } = await withActs({ door, resource, record, around, listHref: resource.path });
  const { timeZone } = around.organization;
  const { status } = resource.fields;
  const places = placesOf(resource.fields, record);
  return (
    <>
      <PageHeader
        title={acts.record.name}
        trail={[{ label: asTitle(resource.words.many), href: resource.path }]}
        meta={status && recordValue({ name: "status", field: status, record })}
        actions={
          <>
            {own}
            <RecordActs {...acts} />
          </>
        }
      />
      {locked && (
        <Callout tone="info" className="mb-5">
          {locked}
        </Callout>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-5">
          <Card title="Details">
            <RecordFacts fields={resource.fields} record={record} timeZone={timeZone} />
          </Card>
          {places.length > 0 && (
            <div className="grid gap-5 sm:grid-cols-2">
              {places.map(({ name, label, address }) => (
                <AddressCard key={name} title={label} address={address} />
              ))}
            </div>
          )}
          {resource.lines && (
            <Card title={resource.lines.label} padded={false}>
              <RecordLines lines={resource.lines} record={record} />
            </Card>
          )}
          {more}
        </div>
        <Card title="History">
          <RecordHistory entries={around.history} timeZone={timeZone} />
          <p className="mt-3 text-table">
            <TextLink href={`/access/records/${acts.record.id}`}>Who can see this?</TextLink>
          </p>
        </Card>
      </div>
    </>
  );
}
