import QRCode from "qrcode";
import { LabelSheet } from "@/components/shipments/label-sheet";
import { PrintButton } from "@/components/shipments/print-button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listShipments } from "@/lib/shipments/operations";

export const metadata = { title: "Labels" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

/** Labels of the chosen shipments, one for each parcel, four on a sheet. */
export default async function LabelsPage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const { ids } = await searchParams;
  const asked = typeof ids === "string" ? new Set(ids.split(",").filter(Boolean)) : new Set();
  const chosen = asked.size > 0 ? (await runList(door, listShipments, searchParams, { limit: 50 })).data : [];
  const shipments = chosen.filter(({ status }) => status !== "cancelled");
  const without = asked.size - shipments.length;
  const codes = await Promise.all(
    shipments.map(({ reference }) => QRCode.toString(reference, { type: "svg", margin: 0 })),
  );
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Labels"
          description="One for each parcel, four on a sheet of A4."
          trail={[{ label: "Shipments", href: "/shipments" }]}
          actions={shipments.length > 0 && <PrintButton />}
        />
        {without > 0 && shipments.length > 0 && (
          <Callout tone="warning" className="mb-5">
            {without === 1 ? "1 of the chosen has no label" : `${without} of the chosen have no label`}: cancelled, or
            not open to you.
          </Callout>
        )}
      </div>
      {shipments.length === 0 ? (
        <EmptyState icon="shipment" title="Nothing to print">
          Choose shipments in the list that are not cancelled.
        </EmptyState>
      ) : (
        <LabelSheet shipments={shipments.map((shipment, index) => ({ ...shipment, code: codes[index] ?? "" }))} />
      )}
    </>
  );
}
