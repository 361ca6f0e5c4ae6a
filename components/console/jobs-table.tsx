"use client";

import { RotateCw } from "lucide-react";
import { useState, useTransition } from "react";
import { jobLabels, optionsOf } from "@/components/console/labels";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { DataColumn } from "@/components/data-table/types";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { toast } from "@/components/ui/toast";
import { retryJobAction } from "@/lib/console/actions";
import type { JobRow } from "@/lib/console/rows";

const first: Record<"jobs" | "mail", DataColumn<JobRow>[]> = {
  jobs: [
    {
      id: "task",
      header: "Task",
      hideable: false,
      className: "py-1.5",
      cell: ({ task }) => <code className="text-xs">{task}</code>,
    },
  ],
  mail: [
    {
      id: "recipient",
      header: "Mail to",
      hideable: false,
      cell: ({ recipient, template }) => (
        <span className="block min-w-44">
          <span className="block truncate font-medium">{recipient}</span>
          <span className="block truncate text-muted text-xs">{template?.replaceAll("-", " ")}</span>
        </span>
      ),
    },
  ],
};

const rest: DataColumn<JobRow>[] = [
  { id: "state", header: "State", phone: "bare", cell: ({ state }) => <StatusDot {...jobLabels[state]} /> },
  { id: "organization", header: "Organization", cell: ({ organization_name }) => organization_name ?? "Platform" },
  { id: "attempts", header: "Tries", align: "right", cell: ({ attempts }) => attempts },
  {
    id: "error",
    header: "What went wrong",
    phone: "line",
    cell: ({ last_error }) => <span className="block max-w-72 break-words">{last_error}</span>,
  },
  { id: "created_at", header: "Queued", cell: ({ created_at }) => <RelativeTime value={created_at} /> },
  {
    id: "finished_at",
    header: "Ended",
    cell: ({ finished_at }) => (finished_at ? <RelativeTime value={finished_at} /> : null),
  },
];

const filters = [{ key: "state", label: "State", options: optionsOf(jobLabels) }];

type JobsTableProps = { queue: "jobs" | "mail"; rows: JobRow[]; nextCursor: string | null };

export function JobsTable({ queue, rows, nextCursor }: JobsTableProps) {
  const [fault, setFault] = useState<string>();
  return (
    <>
      {fault && (
        <Callout tone="danger" className="mb-4">
          {fault}
        </Callout>
      )}
      <DataTable
        id={queue}
        label={queue === "mail" ? "Mail queue" : "Jobs"}
        columns={[...first[queue], ...rest]}
        rows={rows}
        rowId={(row) => row.id}
        nextCursor={nextCursor}
        rowActions={(row) => (row.state === "failed" ? <Retry id={row.id} onFault={setFault} /> : null)}
        empty={
          <EmptyState icon={queue === "mail" ? "mail" : "job"} title="The queue is empty">
            {queue === "mail"
              ? "Mail appears here as soon as Berth sends some."
              : "Jobs appear here as they are queued."}
          </EmptyState>
        }
      >
        <FilterBar search={false} filters={filters} />
      </DataTable>
    </>
  );
}

function Retry({ id, onFault }: { id: string; onFault: (message: string | undefined) => void }) {
  const [pending, start] = useTransition();
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={() =>
        start(async () => {
          const state = await retryJobAction(id);
          onFault(state.status === "failed" ? state.message : undefined);
          if (state.status === "done") toast.done("It is tried again now.");
        })
      }
    >
      <RotateCw />
      Try again
    </Button>
  );
}
