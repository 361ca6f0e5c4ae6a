import { ShipmentForm } from "@/components/shipments/shipment-form";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listBranchChoices } from "@/lib/branches/operations";
import { decodeId } from "@/lib/ids";
import { countryOptions, currencyOptions } from "@/lib/organizations/regions";
import { organizationShell } from "@/lib/shell/page";
import { prepareShipment } from "@/lib/shipments/operations";

import { shipmentChoices } from "../form-choices";

export const metadata = { title: "New shipment" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function NewShipmentPage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const { from, order } = await searchParams;
  const like = {
    ...(typeof from === "string" && decodeId("shp", from) ? { from } : {}),
    ...(typeof order === "string" && decodeId("ord", order) ? { order } : {}),
  };
  const [prepared, branches, choices, { organization }] = await Promise.all([
    door.run(prepareShipment, like),
    door.run(listBranchChoices, {}),
    shipmentChoices(door),
    organizationShell((await params).organization),
  ]);
  return (
    <>
      <PageHeader title="New shipment" trail={[{ label: "Shipments", href: "/shipments" }]} />
      <ShipmentForm
        organization={organization}
        branches={branches}
        countries={countryOptions}
        currencies={currencyOptions}
        prepared={prepared}
        choices={choices}
      />
    </>
  );
}
