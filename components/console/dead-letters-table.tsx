"use client";

import { RotateCw } from "lucide-react";
import { useTransition } from "react";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { resendDeadLetterAction } from "@/lib/console/actions";
import type { DeadLetter } from "@/lib/console/dead-letters";

const columns: DataColumn<DeadLetter>[] = [
  {
    id: "event",
    header: "Event",
    hideable: false,
    cell: ({ event, receiver, again }) => (
      <span className="block min-w-44 py-1">
        <code className="block truncate text-xs">{event}</code>
        <span className="block truncate font-normal text-muted text-xs">
          to {receiver}
          {!again && ", which is sent nothing now"}
        </span>
      </span>
    ),
  },
  { id: "organization", header: "Organization", cell: ({ organization_name }) => organization_name },
  {
    id: "error",
    header: "What went wrong",
    phone: "line",
    cell: ({ last_status, last_error }) =>
      last_status === null ? (last_error?.replaceAll("_", " ") ?? "") : `Answered ${last_status}`,
  },
  { id: "attempts", header: "Tries", align: "right", cell: ({ attempts }) => attempts },
  { id: "created_at", header: "Made", cell: ({ created_at }) => <RelativeTime value={created_at} /> },
  {
    id: "finished_at",
    header: "Given up",
    cell: ({ finished_at }) => (finished_at ? <RelativeTime value={finished_at} /> : null),
  },
];

export function DeadLettersTable({ rows, nextCursor }: { rows: DeadLetter[]; nextCursor: string | null }) {
  return (
    <DataTable
      id="dead-letters"
      label="Dead letters"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      nextCursor={nextCursor}
      rowActions={(row) => (row.again ? <Resend id={row.id} /> : null)}
      empty={
        <EmptyState icon="webhook" title="Every delivery arrived">
          What an organization's webhook never takes stands here after its last try.
        </EmptyState>
      }
    />
  );
}

function Resend({ id }: { id: string }) {
  const [pending, start] = useTransition();
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={() =>
        start(async () => {
          const state = await resendDeadLetterAction(id);
          if (state.status === "failed") toast.failed(state.message);
          else toast.done("It is on its way again");
        })
      }
    >
      <RotateCw />
      Send again
    </Button>
  );
}
