import type { ShortcutsProps } from "@/components/data-table/shortcuts";
import { Dialog } from "@/components/ui/dialog";
import { partOf, usePart } from "@/components/ui/part";

const part = partOf(() => import("@/components/data-table/shortcuts"));

type ShortcutsDialogProps = ShortcutsProps & { open: boolean; onOpenChange: (open: boolean) => void };

export function ShortcutsDialog({ open, onOpenChange, ...list }: ShortcutsDialogProps) {
  const parts = usePart(part, open);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="sm">
      {parts && <parts.Shortcuts {...list} />}
    </Dialog>
  );
}
