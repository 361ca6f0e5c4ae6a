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

export type ShortcutsProps = { selection: boolean; more?: [string[], string][] | undefined };

/** The keys of a list. */
export function Shortcuts({ selection, more = [] }: ShortcutsProps) {
  return (
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
  );
}
