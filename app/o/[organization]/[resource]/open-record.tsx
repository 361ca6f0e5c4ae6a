import { MissingPanel, PanelPart, RecordPanel } from "@/components/data-table/list-beside";
import { AddressText } from "@/components/resource/address-card";
import { LateRecordActs } from "@/components/resource/late-record-acts";
import { placesOf, RecordFacts, RecordLines } from "@/components/resource/record-facts";
import { RecordHistory } from "@/components/resource/record-history";
import { recordValue } from "@/components/resource/record-value";
import { Callout } from "@/components/ui/callout";
import type { OpenBeside } from "@/lib/access/list-page";
import type { PageDoor } from "@/lib/access/page-door";
import { decodeId } from "@/lib/ids";
import type { Resource } from "@/lib/resource/declaration";
import { readAround, withActs } from "./record";

/** The record that stands open beside its list, by the same operations as its page; null where none does. */
export async function openRecord(door: PageDoor, resource: Resource, slug: string, open: OpenBeside | null) {
  if (!open) return null;
  const { id, closeHref } = open;
  const record = decodeId(resource.prefix, id) ? await door.runIfFound(resource.operations.find, { id }) : null;
  if (!record) return { id: undefined, panel: <MissingPanel closeHref={closeHref} /> };
  const around = await readAround(door, resource, slug, id);
  const { acts, more, locked } = await withActs({ door, resource, record, around, listHref: closeHref });
  const { timeZone } = around.organization;
  const { status } = resource.fields;
  const places = placesOf(resource.fields, record);
  const panel = (
    <RecordPanel
      title={acts.record.name}
      meta={status && recordValue({ name: "status", field: status, record })}
      pageHref={`${resource.path}/${id}`}
      closeHref={closeHref}
      acts={<LateRecordActs key={id} {...acts} />}
    >
      {locked && <Callout tone="info">{locked}</Callout>}
      <RecordFacts fields={resource.fields} record={record} timeZone={timeZone} />
      {places.length > 0 && (
        <div className="grid gap-4 sm:grid-cols-2">
          {places.map(({ name, label, address }) => (
            <PanelPart key={name} title={label}>
              <AddressText address={address} />
            </PanelPart>
          ))}
        </div>
      )}
      {resource.lines && (
        <PanelPart title={resource.lines.label}>
          <div className="-mx-5">
            <RecordLines lines={resource.lines} record={record} />
          </div>
        </PanelPart>
      )}
      {more}
      <PanelPart title="History">
        <RecordHistory entries={around.history} timeZone={timeZone} />
      </PanelPart>
    </RecordPanel>
  );
  return { id, panel };
}
