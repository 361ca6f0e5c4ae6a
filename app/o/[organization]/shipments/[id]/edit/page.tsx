import { notFound, redirect } from "next/navigation";
import { ShipmentForm } from "@/components/shipments/shipment-form";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { listBranchChoices } from "@/lib/branches/operations";
import { decodeId } from "@/lib/ids";
import { countryOptions, currencyOptions } from "@/lib/organizations/regions";
import { organizationShell } from "@/lib/shell/page";
import { findShipment } from "@/lib/shipments/operations";

import { shipmentChoices } from "../../form-choices";

export const metadata = { title: "Edit shipment" };

type Props = { params: Promise<{ organization: string; id: string }> };

export default async function EditShipmentPage({ params }: Props) {
  const door = await organizationPage(params);
  const { organization: slug, id } = await params;
  if (!decodeId("shp", id)) notFound();
  const [shipment, branches, choices, { organization }] = await Promise.all([
    door.run(findShipment, { id }),
    door.run(listBranchChoices, {}),
    shipmentChoices(door),
    organizationShell(slug),
  ]);
  if (!shipment.abilities.update.allowed) redirect(`/shipments/${id}`);
  return (
    <>
      <PageHeader
        title={`Edit ${shipment.reference}`}
        trail={[
          { label: "Shipments", href: "/shipments" },
          { label: shipment.reference, href: `/shipments/${id}` },
        ]}
      />
      <ShipmentForm
        shipment={shipment}
        organization={organization}
        branches={branches}
        countries={countryOptions}
        currencies={currencyOptions}
        choices={choices}
      />
    </>
  );
}
