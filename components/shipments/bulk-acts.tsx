import { Download, Printer } from "lucide-react";
import { useEffect } from "react";
import type { BulkAct } from "@/components/shipments/bulk-dialogs";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { partOf, warm } from "@/components/ui/part";
import type { BranchChoice } from "@/lib/branches/schema";
import type { ShipmentView } from "@/lib/shipments/schema";

export const bulkPart = partOf(() => import("@/components/shipments/bulk-dialogs"));

type BulkActsProps = {
  rows: ShipmentView[];
  branches: BranchChoice[];
  may: { update: boolean; cancel: boolean; export: boolean };
  onAct: (act: BulkAct) => void;
};

/** What can be done with all that are selected. */
export function BulkActs({ rows, branches, may, onAct }: BulkActsProps) {
  useEffect(() => warm(bulkPart), []);
  const ids = rows.map(({ id }) => id).join(",");
  const small = buttonStyles({ size: "sm" });
  return (
    <>
      {may.update && (
        <Button variant="primary" size="sm" onClick={() => onAct("status")}>
          Set status
        </Button>
      )}
      {may.update && branches.length > 0 && (
        <Button size="sm" onClick={() => onAct("assign")}>
          Assign
        </Button>
      )}
      <a href={`/shipments/labels?ids=${ids}`} className={small}>
        <Printer aria-hidden="true" />
        Labels
      </a>
      {may.export && (
        <a href={`/export/shipments?ids=${ids}`} download className={small}>
          <Download aria-hidden="true" />
          Export
        </a>
      )}
      {may.cancel && (
        <Button variant="ghost" size="sm" onClick={() => onAct("cancel")}>
          Cancel shipments
        </Button>
      )}
    </>
  );
}
