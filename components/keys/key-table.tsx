"use client";

import { useMemo, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { KeyActDialog } from "@/components/keys/key-act-dialog";
import { type KeyAct, KeyActs } from "@/components/keys/key-acts";
import { keyColumns } from "@/components/keys/key-columns";
import { EmptyState } from "@/components/ui/empty-state";
import { GuideLink } from "@/components/ui/guide-link";
import type { ApiKey } from "@/lib/keys/schema";

type KeyTableProps = {
  keys: ApiKey[];
  organizationId: string;
  api: string;
  timeZone: string;
  manages: boolean;
  seesCalls: boolean;
  view: "live" | "test" | "ended";
};

export function KeyTable({ keys, organizationId, api, timeZone, manages, seesCalls, view }: KeyTableProps) {
  const ended = view === "ended";
  const columns = useMemo(() => keyColumns(timeZone, ended), [timeZone, ended]);
  const [asked, setAsked] = useState<KeyAct>();
  return (
    <>
      <DataTable
        id="api-keys"
        label="API keys"
        columns={columns}
        rows={keys}
        rowId={(key) => key.id}
        total={keys.length}
        filterKeys={[]}
        empty={empty[view]}
        rowActions={(key) => <KeyActs apiKey={key} manages={manages} seesCalls={seesCalls} onAsk={setAsked} />}
      />
      {asked && (
        <KeyActDialog asked={asked} organizationId={organizationId} api={api} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

const nothingEnded = (
  <EmptyState icon="key" title="No key has ended">
    Revoked and replaced keys stay here, so that you can see what was used and when.
  </EmptyState>
);

const noKeys = (
  <EmptyState icon="key" title="No keys yet">
    A key lets a program act for this organization. It is shown once, and you can revoke it at any time. The{" "}
    <GuideLink href="/docs/quick-start">quick start</GuideLink> leads from a key to a first program.
  </EmptyState>
);

const noTestKeys = (
  <EmptyState icon="key" title="No test keys yet">
    A test key works with test data alone, so that you can try a program out without touching a live record. See{" "}
    <GuideLink href="/docs/test-mode">test mode</GuideLink>.
  </EmptyState>
);

const empty = { live: noKeys, test: noTestKeys, ended: nothingEnded };
