import { notFound } from "next/navigation";
import { AddressCard } from "@/components/resource/address-card";
import { ShipmentActs } from "@/components/shipments/shipment-acts";
import { ParcelTable, ShipmentFacts } from "@/components/shipments/shipment-facts";
import { ShipmentTimeline } from "@/components/shipments/shipment-timeline";
import { Status } from "@/components/shipments/status";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { organizationPage } from "@/lib/access/page-door";
import { listBranchChoices } from "@/lib/branches/operations";
import { decodeId } from "@/lib/ids";
import { organizationShell } from "@/lib/shell/page";
import { findShipment } from "@/lib/shipments/operations";

export const metadata = { title: "Shipment" };

type Props = { params: Promise<{ organization: string; id: string }> };

export default async function ShipmentPage({ params }: Props) {
  const door = await organizationPage(params);
  const { organization: slug, id } = await params;
  if (!decodeId("shp", id)) notFound();
  const [shipment, branches, { organization, permissions }] = await Promise.all([
    door.run(findShipment, { id }),
    door.run(listBranchChoices, {}),
    organizationShell(slug),
  ]);
  const { timeZone } = organization;
  return (
    <>
      <PageHeader
        title={shipment.reference}
        trail={[{ label: "Shipments", href: "/shipments" }]}
        meta={
          <>
            <Status status={shipment.status} />
            {shipment.testMode && <Badge tone="warning">Test</Badge>}
          </>
        }
        actions={
          <ShipmentActs
            shipment={shipment}
            branches={branches}
            organizationId={organization.id}
            mayCreate={permissions.includes("shipments.create")}
          />
        }
      />
      {shipment.status === "exception" && (
        <Callout tone="danger" title="Something went wrong on the way" className="mb-5">
          {shipment.statusNote ?? "No reason was given."}
        </Callout>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-5">
          <div className="grid gap-5 sm:grid-cols-2">
            <AddressCard title="From" address={shipment.sender} />
            <AddressCard title="To" address={shipment.recipient} />
          </div>
          <Card title="Parcels" padded={false}>
            <ParcelTable shipment={shipment} />
          </Card>
          <Card title="Details">
            <ShipmentFacts shipment={shipment} timeZone={timeZone} />
          </Card>
        </div>
        <Card title="History">
          <ShipmentTimeline history={shipment.history} timeZone={timeZone} />
          <p className="mt-3 text-table">
            <TextLink href={`/access/records/${shipment.id}`}>Who can see this?</TextLink>
          </p>
        </Card>
      </div>
    </>
  );
}
