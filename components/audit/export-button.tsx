"use client";

import { Download } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { RadioField } from "@/components/form/radio-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { startAuditExportAction } from "@/lib/audit/actions";
import { exportFormats } from "@/lib/audit/export-words";

const formats = Object.entries(exportFormats).map(([value, label]) => ({ value, label }));

/** Begins an export of what the page shows; it goes on in the background. */
export function ExportButton({ organizationId }: { organizationId: string }) {
  const router = useRouter();
  const q = useSearchParams().get("q") ?? "";
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={
        <Button>
          <Download />
          Export
        </Button>
      }
      title="Export the audit trail"
      description={q ? `Every entry that “${q}” finds.` : "Every entry there is."}
    >
      <ActionForm
        action={startAuditExportAction}
        organizationId={organizationId}
        schema={useProof()}
        defaultValues={{ format: "csv", ...proofFields }}
        submitLabel="Start export"
        layout="fill"
        showDone={false}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
      >
        <HiddenField name="q" value={q} />
        <RadioField name="format" label="Format" options={formats} />
        <ProofField help="Asked for again, since the file leaves Berth." />
      </ActionForm>
    </Dialog>
  );
}
