"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { useRedraw } from "@/components/ui/use-redraw";
import { openAuditExportAction } from "@/lib/audit/actions";
import type { AuditExport } from "@/lib/audit/export-schema";

const pauseMs = 1500;
const number = new Intl.NumberFormat("en");

type ExportListProps = { exports: AuditExport[]; organizationId: string; timeZone: string };

/** Exports that are being written, and files that can still be fetched. */
export function ExportList({ exports, organizationId, timeZone }: ExportListProps) {
  const shown = exports.filter(({ phase }) => phase !== "expired");
  const running = shown.some(({ phase }) => phase === "writing");
  useRedraw(running, pauseMs);
  if (shown.length === 0) return null;
  return (
    <section aria-label="Exports" className="mb-5 rounded-surface border bg-surface">
      <ul className="divide-y" aria-live="polite">
        {shown.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <p className="truncate font-medium">
                {each.query ? <span className="font-mono text-table">{each.query}</span> : "The whole audit trail"}
              </p>
              <p className="text-muted text-table">
                {each.format === "csv" ? "CSV" : "JSON Lines"} by {each.starter},{" "}
                <RelativeTime value={each.created_at} timeZone={timeZone} />
              </p>
            </div>
            <State found={each} organizationId={organizationId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ found, organizationId }: { found: AuditExport; organizationId: string }) {
  const detail = `${number.format(found.taken)} entries`;
  if (found.phase === "writing")
    return (
      <div className="w-56">
        <Progress
          label="Being written"
          detail={detail}
          {...(found.progress === null ? {} : { value: found.progress, max: 100 })}
        />
      </div>
    );
  if (found.phase === "failed") return <StatusDot tone="danger" label={found.problem ?? "Stopped"} />;
  return (
    <>
      <span className="text-muted text-table">{detail}</span>
      <Fetch id={found.id} organizationId={organizationId} />
    </>
  );
}

function Fetch({ id, organizationId }: { id: string; organizationId: string }) {
  const router = useRouter();
  const [fault, setFault] = useState<string>();
  return (
    <div>
      <Button
        onClick={async () => {
          const state = await send(openAuditExportAction, { organization: organizationId, id });
          if (state.status === "failed") return setFault(state.message);
          window.location.assign(`/audit/exports/${id}/file`);
          router.refresh();
        }}
      >
        <Download />
        Download
      </Button>
      <p role={fault ? "alert" : undefined} className={fault ? "mt-1 text-danger text-xs" : "mt-1 text-muted text-xs"}>
        {fault ?? "The link lives ten minutes."}
      </p>
    </div>
  );
}
