import { PanelPart, RecordPanel } from "@/components/data-table/list-beside";
import { AddressText } from "@/components/resource/address-card";
import { LateShipmentActs } from "@/components/shipments/late-shipment-acts";
import { ParcelTable, ShipmentFacts } from "@/components/shipments/shipment-facts";
import { ShipmentTimeline } from "@/components/shipments/shipment-timeline";
import { Status } from "@/components/shipments/status";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import type { BranchChoice } from "@/lib/branches/schema";
import type { ShipmentDetail } from "@/lib/shipments/schema";

type ShipmentPanelProps = {
  shipment: ShipmentDetail;
  branches: BranchChoice[];
  organization: { id: string; timeZone: string };
  mayCreate: boolean;
  closeHref: string;
};

/** What the page of a shipment says, beside the list. */
export function ShipmentPanel({ shipment, branches, organization, mayCreate, closeHref }: ShipmentPanelProps) {
  return (
    <RecordPanel
      title={shipment.reference}
      meta={
        <>
          <Status status={shipment.status} />
          {shipment.testMode && <Badge tone="warning">Test</Badge>}
        </>
      }
      pageHref={`/shipments/${shipment.id}`}
      closeHref={closeHref}
      acts={
        <LateShipmentActs
          key={shipment.id}
          shipment={shipment}
          branches={branches}
          organizationId={organization.id}
          mayCreate={mayCreate}
        />
      }
    >
      {shipment.status === "exception" && (
        <Callout tone="danger" title="Something went wrong on the way">
          {shipment.statusNote ?? "No reason was given."}
        </Callout>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <PanelPart title="From">
          <AddressText address={shipment.sender} />
        </PanelPart>
        <PanelPart title="To">
          <AddressText address={shipment.recipient} />
        </PanelPart>
      </div>
      <PanelPart title="Details">
        <ShipmentFacts shipment={shipment} timeZone={organization.timeZone} />
      </PanelPart>
      <PanelPart title="Parcels">
        <div className="-mx-5">
          <ParcelTable shipment={shipment} />
        </div>
      </PanelPart>
      <PanelPart title="History">
        <ShipmentTimeline history={shipment.history} timeZone={organization.timeZone} />
      </PanelPart>
    </RecordPanel>
  );
}
