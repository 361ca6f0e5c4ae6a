"use client";

import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { CreateKey } from "@/components/keys/create-key";
import { KeyActs } from "@/components/keys/key-acts";
import { keyColumns } from "@/components/keys/key-columns";
import { EmptyState } from "@/components/ui/empty-state";
import type { ApiKey } from "@/lib/keys/schema";

type KeyTableProps = {
  keys: ApiKey[];
  organizationId: string;
  api: string;
  timeZone: string;
  manages: boolean;
  ended: boolean;
};

export function KeyTable({ keys, organizationId, api, timeZone, manages, ended }: KeyTableProps) {
  const columns = useMemo(() => keyColumns(timeZone), [timeZone]);
  return (
    <DataTable
      id="api-keys"
      label="API keys"
      columns={columns}
      rows={keys}
      rowId={(key) => key.id}
      total={keys.length}
      filterKeys={[]}
      empty={ended ? nothingEnded : <NoKeys manages={manages} organizationId={organizationId} api={api} />}
      {...(manages &&
        !ended && {
          rowActions: (key: ApiKey) => <KeyActs apiKey={key} organizationId={organizationId} api={api} />,
        })}
    />
  );
}

const nothingEnded = (
  <EmptyState icon="key" title="No key has ended">
    Revoked keys stay here, so that you can see what was used and when.
  </EmptyState>
);

function NoKeys({ manages, organizationId, api }: { manages: boolean; organizationId: string; api: string }) {
  return (
    <EmptyState
      icon="key"
      title="No keys yet"
      action={manages && <CreateKey organizationId={organizationId} api={api} />}
    >
      A key lets a program act for this organization. It is shown once, and you can revoke it at any time.
    </EmptyState>
  );
}
