import { ControlLabel } from "@/components/form/control-label";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import type { RoleView } from "@/lib/roles/schema";

type InheritPickerProps = {
  roleKey: string | undefined;
  roles: RoleView[];
  chosen: string[];
  fault: string | undefined;
  /** What the acting person may give to others. */
  givable: string[];
  onChange: (chosen: string[]) => void;
};

export function InheritPicker({ roleKey, roles, chosen, fault, givable, onChange }: InheritPickerProps) {
  const possible = roles.filter(({ key }) => key !== roleKey && key !== "owner" && !leadsBack(roles, key, roleKey));
  return (
    <Card title="Inherits from" description="Everything that these roles hold, now and after they change.">
      {fault && (
        <p role="alert" className="mb-2 text-danger text-table">
          {fault}
        </p>
      )}
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {possible.map(({ key, name, held }) => (
          <ControlLabel
            key={key}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 has-disabled:cursor-default touch:min-h-11"
          >
            <Checkbox
              name="inherits[]"
              value={key}
              checked={chosen.includes(key)}
              disabled={!chosen.includes(key) && !held.every((each) => givable.includes(each))}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, key] : chosen.filter((each) => each !== key))
              }
            />
            <span>{name}</span>
            <span className="text-muted text-table tabular-nums">
              {held.every((each) => givable.includes(each)) ? held.length : "holds more than you"}
            </span>
          </ControlLabel>
        ))}
      </div>
    </Card>
  );
}

/** Whether a role inherits from the one that is edited: to inherit from it would be a circle. */
function leadsBack(roles: RoleView[], from: string, to: string | undefined, seen = new Set<string>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  const next = roles.find(({ key }) => key === from)?.inherits ?? [];
  return next.some((each) => leadsBack(roles, each, to, seen));
}
