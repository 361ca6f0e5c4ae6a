import type { DataColumn } from "@/components/data-table/types";
import { DateTime } from "@/components/ui/date-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { ApiKey } from "@/lib/keys/schema";

const states: Record<ApiKey["state"], { tone: Tone; label: string }> = {
  active: { tone: "positive", label: "Active" },
  expired: { tone: "warning", label: "Expired" },
  revoked: { tone: "neutral", label: "Revoked" },
};

export function keyColumns(timeZone: string): DataColumn<ApiKey>[] {
  return [
    { id: "label", header: "Label", cell: (key) => <span className="font-medium">{key.label}</span> },
    {
      id: "key",
      header: "Key",
      className: "whitespace-nowrap",
      cell: (key) => <span className="font-mono">{`${key.prefix}…${key.last4}`}</span>,
    },
    { id: "state", header: "State", cell: (key) => <StatusDot {...states[key.state]} /> },
    {
      id: "used",
      header: "Last used",
      className: "whitespace-nowrap",
      cell: (key) =>
        key.lastUsedAt ? (
          <>
            <RelativeTime value={key.lastUsedAt} timeZone={timeZone} />
            {key.lastUsedAddress && <span className="ml-1.5 text-muted">from {key.lastUsedAddress}</span>}
          </>
        ) : (
          <span className="text-muted">Never</span>
        ),
    },
    {
      id: "expires",
      header: "Expires",
      className: "whitespace-nowrap",
      cell: (key) =>
        key.expiresAt ? (
          <DateTime value={key.expiresAt} timeZone={timeZone} withTime={false} />
        ) : (
          <span className="text-muted">Never</span>
        ),
    },
    {
      id: "creator",
      header: "Created by",
      className: "whitespace-nowrap",
      cell: (key) => key.createdBy ?? <span className="text-muted">Left the organization</span>,
    },
    {
      id: "created",
      header: "Created",
      cell: (key) => <RelativeTime value={key.createdAt} timeZone={timeZone} />,
    },
  ];
}
