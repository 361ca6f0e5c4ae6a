import { Plus } from "lucide-react";
import Link from "next/link";
import { ListBeside, MissingPanel } from "@/components/data-table/list-beside";
import { SheetButtons } from "@/components/sheets/sheet-buttons";
import { ShipmentPanel } from "@/components/shipments/shipment-panel";
import { ShipmentsTable } from "@/components/shipments/shipments-table";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { ViewTabs } from "@/components/views/view-tabs";
import { openBeside, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listBranchChoices } from "@/lib/branches/operations";
import { chosenBranch, runBranchList } from "@/lib/branches/remembered";
import { decodeId } from "@/lib/ids";
import { weeksOf } from "@/lib/preferences/weeks";
import { sheetRights } from "@/lib/sheets/rights";
import { organizationShell } from "@/lib/shell/page";
import { countShipments, findShipment, listShipments } from "@/lib/shipments/operations";
import { shipmentsSheet } from "@/lib/shipments/sheet";
import { listViews } from "@/lib/views/operations";

export const metadata = { title: "Shipments" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function ShipmentsPage({ params, searchParams }: Props) {
  const { organization: slug } = await params;
  const [door, open, branch] = await Promise.all([
    organizationPage(params),
    openBeside("/shipments", searchParams),
    chosenBranch(slug),
  ]);
  const [list, counts, branches, views, shipment, { organization, permissions }] = await Promise.all([
    runBranchList(door, listShipments, searchParams),
    door.run(countShipments, branch ? { branch: [branch.id] } : {}),
    door.run(listBranchChoices, {}),
    door.run(listViews, { list: "shipments" }),
    open && decodeId("shp", open.id) ? door.runIfFound(findShipment, { id: open.id }) : null,
    organizationShell(slug),
  ]);
  const sheet = sheetRights(shipmentsSheet, permissions);
  const may = {
    create: permissions.includes("shipments.create"),
    update: permissions.includes("shipments.update"),
    cancel: permissions.includes("shipments.cancel"),
    export: sheet.export,
  };
  const panel =
    open &&
    (shipment ? (
      <ShipmentPanel {...{ shipment, branches, organization }} mayCreate={may.create} closeHref={open.closeHref} />
    ) : (
      <MissingPanel closeHref={open.closeHref} />
    ));
  return (
    <ListBeside
      panel={panel}
      head={
        <>
          <PageHeader
            title="Shipments"
            description="Everything that leaves, moves and arrives."
            actions={
              <>
                <SheetButtons path="/shipments" may={sheet} branchKey="branch" />
                {may.create && (
                  <Link href="/shipments/new" className={buttonStyles({ variant: "primary" })}>
                    <Plus />
                    New shipment
                  </Link>
                )}
              </>
            }
          />
          <ViewTabs
            list="shipments"
            path="/shipments"
            builtIn={[
              { name: "All", query: "" },
              { name: "To send", query: "status=draft,ready" },
              { name: "On the way", query: "status=picked_up,in_transit,out_for_delivery" },
              { name: "Exceptions", query: "status=exception", count: counts.exception },
              { name: "Delivered", query: "status=delivered" },
            ]}
            saved={views}
            organizationId={organization.id}
            mayRemoveShared={permissions.includes("settings.manage")}
          />
        </>
      }
    >
      <ShipmentsTable
        shipments={list.data}
        nextCursor={list.next_cursor}
        branches={branches}
        organization={organization}
        may={may}
        openId={open?.id}
        weeks={weeksOf(organization)}
      />
    </ListBeside>
  );
}
