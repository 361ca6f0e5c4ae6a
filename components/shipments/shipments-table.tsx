"use client";

import Link from "next/link";
import { useMemo, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { DateRange } from "@/components/data-table/date-range";
import { FilterBar } from "@/components/data-table/filter-bar";
import { BulkActs, bulkPart } from "@/components/shipments/bulk-acts";
import type { BulkAct } from "@/components/shipments/bulk-dialogs";
import { shipmentColumns } from "@/components/shipments/columns";
import { StatusResultList } from "@/components/shipments/status-results";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { usePart } from "@/components/ui/part";
import { testEmpty, useTestMode } from "@/components/ui/test-mode";
import type { BranchChoice } from "@/lib/branches/schema";
import type { DayRange } from "@/lib/preferences/weeks";
import { type ShipmentStatus, services, statusNames } from "@/lib/shipments/rules";
import type { ShipmentView, StatusResults } from "@/lib/shipments/schema";

type Chosen = { act: BulkAct; rows: ShipmentView[]; clear: () => void };

type ShipmentsTableProps = {
  shipments: ShipmentView[];
  nextCursor: string | null;
  branches: BranchChoice[];
  organization: { id: string; timeZone: string };
  may: { create: boolean; update: boolean; cancel: boolean; export: boolean };
  openId: string | undefined;
  weeks: DayRange[];
};

const statuses = (Object.keys(statusNames) as ShipmentStatus[]).map((value) => ({ value, label: statusNames[value] })); // its keys

export function ShipmentsTable(props: ShipmentsTableProps) {
  const { shipments, nextCursor, branches, organization, may, openId, weeks } = props;
  const test = useTestMode();
  const columns = useMemo(() => shipmentColumns(organization.timeZone), [organization.timeZone]);
  const [chosen, setChosen] = useState<Chosen>();
  const [results, setResults] = useState<StatusResults>();
  const [asked, setAsked] = useState(false);
  const bulk = usePart(bulkPart, asked);
  const ofBranches = branches.map(({ id, name }) => ({ value: id, label: name }));
  const answer = {
    organizationId: organization.id,
    onClose: () => setChosen(undefined),
    onDone: (done: StatusResults) => {
      chosen?.clear();
      setChosen(undefined);
      setResults(done);
    },
  };
  return (
    <>
      {bulk && <bulk.BulkDialogs act={chosen?.act} shipments={chosen?.rows ?? []} branches={branches} {...answer} />}
      {results && <StatusResultList results={results} onDismiss={() => setResults(undefined)} />}
      <DataTable
        id="shipments"
        label="Shipments"
        columns={columns}
        rows={shipments}
        rowId={({ id }) => id}
        nextCursor={nextCursor}
        sort="-created"
        filterKeys={["status", "service", "branch", "from", "to"]}
        detailHref={({ id }) => `/shipments/${id}`}
        openId={openId}
        beside
        selection
        bulkActions={({ rows, clear }) => (
          <BulkActs
            rows={rows}
            may={may}
            branches={branches}
            onAct={(act) => {
              setAsked(true);
              setChosen({ act, rows, clear });
            }}
          />
        )}
        empty={
          <EmptyState
            icon="shipment"
            title={test ? "No test shipments yet" : "No shipments yet"}
            action={
              may.create && (
                <Link href="/shipments/new" className={buttonStyles({ variant: "primary" })}>
                  Create a shipment
                </Link>
              )
            }
          >
            {test ? testEmpty : "A shipment goes from draft to delivered, and every step stays on its record."}
          </EmptyState>
        }
      >
        <FilterBar
          search="Search reference, recipient, city, tracking number"
          filters={[
            { key: "status", label: "Status", options: statuses },
            { key: "service", label: "Service", options: [...services] },
            ...(ofBranches.length > 0 ? [{ key: "branch", label: "Branch", options: ofBranches }] : []),
          ]}
        />
        <DateRange presets={weeks} />
      </DataTable>
    </>
  );
}
