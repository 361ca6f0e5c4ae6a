import type { DataColumn } from "@/components/data-table/types";
import { accessInWords } from "@/components/keys/key-access";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { ApiKey } from "@/lib/keys/schema";

const states: Record<ApiKey["state"], { tone: Tone; label: string }> = {
  active: { tone: "positive", label: "Active" },
  replaced: { tone: "warning", label: "Replaced" },
  expired: { tone: "warning", label: "Expired" },
  revoked: { tone: "neutral", label: "Revoked" },
  rotated: { tone: "neutral", label: "Rotated out" },
  maker_left: { tone: "neutral", label: "Maker left" },
};

/** Of keys in use, when they end; of revoked ones, when they did. */
export function keyColumns(timeZone: string, ended: boolean): DataColumn<ApiKey>[] {
  return [
    {
      id: "label",
      header: "Label",
      cell: (key) => (
        <span className="flex items-center gap-2 font-medium">
          {key.label}
          {key.mode === "test" && <Badge tone="warning">Test</Badge>}
        </span>
      ),
    },
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
    { id: "access", header: "Access", className: "whitespace-nowrap", cell: (key) => accessInWords(key.scopes) },
    { id: "state", header: "State", phone: "bare", cell: (key) => <StatusDot {...states[key.state]} /> },
    {
      id: "used",
      header: "Last used",
      className: "whitespace-nowrap",
      cell: (key) => <LastUse apiKey={key} timeZone={timeZone} />,
    },
    ended ? revokedColumn(timeZone) : expiresColumn(timeZone),
    {
      id: "creator",
      header: "Created by",
      className: "whitespace-nowrap",
      cell: ({ createdBy, creatorLeft, createdAt }) => (
        <>
          {createdBy}
          {creatorLeft && <span className="ml-1.5 text-muted">left the organization</span>}
          <span className="block text-muted">
            <RelativeTime value={createdAt} timeZone={timeZone} />
          </span>
        </>
      ),
    },
  ];
}

function Expiry({ apiKey, at, timeZone }: { apiKey: ApiKey; at: Date; timeZone: string }) {
  if (apiKey.state === "replaced") return <RelativeTime value={at} timeZone={timeZone} />;
  return <DateTime value={at} timeZone={timeZone} withTime={false} />;
}

function LastUse({ apiKey, timeZone }: { apiKey: ApiKey; timeZone: string }) {
  const { lastUsedAt, lastUsedAddress, unused } = apiKey;
  return (
    <>
      {lastUsedAt ? <RelativeTime value={lastUsedAt} timeZone={timeZone} /> : <span className="text-muted">Never</span>}
      {lastUsedAddress && <span className="block text-muted">from {lastUsedAddress}</span>}
      {unused && <span className="block text-warning">Not used for long. Revoke it?</span>}
    </>
  );
}

function expiresColumn(timeZone: string): DataColumn<ApiKey> {
  return {
    id: "expires",
    header: "Expires",
    className: "whitespace-nowrap",
    cell: (key) =>
      key.expiresAt ? (
        <Expiry apiKey={key} at={key.expiresAt} timeZone={timeZone} />
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
