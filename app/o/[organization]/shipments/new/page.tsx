import { ShipmentForm } from "@/components/shipments/shipment-form";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listBranchChoices } from "@/lib/branches/operations";
import { decodeId } from "@/lib/ids";
import { countryOptions, currencyOptions } from "@/lib/organizations/regions";
import { organizationShell } from "@/lib/shell/page";
import { prepareShipment } from "@/lib/shipments/operations";

export const metadata = { title: "New shipment" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function NewShipmentPage({ params, searchParams }: Props) {
  const door = await organizationPage(params);
  const { from } = await searchParams;
  const like = typeof from === "string" && decodeId("shp", from) ? { from } : {};
  const [prepared, branches, { organization }] = await Promise.all([
    door.run(prepareShipment, like),
    door.run(listBranchChoices, {}),
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
      />
    </>
  );
}
