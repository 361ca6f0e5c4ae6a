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

/** Of keys in use, when they end; of revoked ones, when they did. */
export function keyColumns(timeZone: string, ended: boolean): DataColumn<ApiKey>[] {
  return [
    { id: "label", header: "Label", cell: (key) => <span className="font-medium">{key.label}</span> },
    {
      id: "key",
      header: "Key",
      phone: "line",
      className: "whitespace-nowrap",
      cell: (key) => (
        <code className="font-mono">
          {key.prefix}…{key.last4}
        </code>
      ),
    },
    { id: "state", header: "State", phone: "bare", cell: (key) => <StatusDot {...states[key.state]} /> },
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
    ended ? revokedColumn(timeZone) : expiresColumn(timeZone),
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

function expiresColumn(timeZone: string): DataColumn<ApiKey> {
  return {
    id: "expires",
    header: "Expires",
    className: "whitespace-nowrap",
    cell: (key) =>
      key.expiresAt ? (
        <DateTime value={key.expiresAt} timeZone={timeZone} withTime={false} />
      ) : (
        <span className="text-muted">Never</span>
      ),
  };
}

function revokedColumn(timeZone: string): DataColumn<ApiKey> {
  return {
    id: "revoked",
    header: "Revoked",
    cell: (key) => key.revokedAt && <RelativeTime value={key.revokedAt} timeZone={timeZone} />,
  };
}
