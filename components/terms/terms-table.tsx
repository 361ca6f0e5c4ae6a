"use client";

import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { TermsText } from "@/components/terms/terms-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TermsVersion } from "@/lib/terms/schema";

const columns: DataColumn<TermsVersion>[] = [
  {
    id: "version",
    header: "Version",
    hideable: false,
    cell: ({ version, body }) => (
      <span className="block min-w-40 max-w-96">
        <span className="block font-medium">Version {version}</span>
        <span className="block truncate font-normal text-muted">{body.split("\n")[0]}</span>
      </span>
    ),
  },
  { id: "published", header: "Published", cell: ({ published_at }) => <RelativeTime value={published_at} /> },
  { id: "by", header: "By", cell: ({ published_by }) => published_by },
  {
    id: "adds",
    header: "Servers may add",
    cell: ({ adds_members }) => (adds_members ? "Whoever accepted" : "Nobody"),
  },
  { id: "accepted", header: "Accepted by", cell: ({ accepted }) => accepted.toLocaleString("en") },
];

export function TermsTable({ rows }: { rows: TermsVersion[] }) {
  return (
    <DataTable
      id="terms"
      label="Versions of the terms"
      columns={columns}
      rows={rows}
      rowId={({ version }) => String(version)}
      filterKeys={[]}
      rowActions={(terms) => (
        <Dialog trigger={<Button size="sm">Read</Button>} title="What people accepted">
          <TermsText terms={terms} />
        </Dialog>
      )}
      empty={
        <EmptyState icon="document" title="No terms yet">
          Once you publish some, people accept them when they sign up, and again at each new version.
        </EmptyState>
      }
    />
  );
}
