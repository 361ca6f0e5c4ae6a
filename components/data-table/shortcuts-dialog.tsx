import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const shortcuts: [string[], string][] = [
  [["J"], "Next row"],
  [["K"], "Row before"],
  [["Enter"], "Open the row"],
  [["/"], "Search this list"],
  [["Ctrl", "K"], "Search everywhere"],
  [["?"], "Show this"],
];

const selecting: [string[], string][] = [
  [["X"], "Select the row"],
  [["Esc"], "Clear the selection"],
];

type ShortcutsDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  selection: boolean;
  more?: [string[], string][] | undefined;
};

export function ShortcutsDialog({ open, onOpenChange, selection, more = [] }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="sm">
      <dl className="divide-y">
        {[...shortcuts, ...(selection ? selecting : []), ...more].map(([keys, does]) => (
          <div key={does} className="flex items-center justify-between py-2">
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
