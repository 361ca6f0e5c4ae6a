import { use, useId, useState } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { FaultLine } from "@/components/form/fault-line";
import { FormFactsContext } from "@/components/form/form-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { matchingAreas, permissionWords } from "@/lib/roles/area-words";

type LendableRightsProps = { lendable: string[]; chosen: string[]; onChange: (chosen: string[]) => void };

/** What may be lent, by area, with a search; what is ticked stays so while the search hides it. */
export function LendableRights({ lendable, chosen, onChange }: LendableRightsProps) {
  const [typed, setTyped] = useState("");
  const facts = use(FormFactsContext);
  const id = useId();
  const fault = facts?.serverFault("permissions");
  const areas = matchingAreas(typed)
    .map((area) => ({ ...area, permissions: area.permissions.filter((each) => lendable.includes(each)) }))
    .filter(({ permissions }) => permissions.length > 0);

  function toggle(permission: string, on: boolean) {
    facts?.forgive("permissions");
    onChange(on ? [...chosen, permission] : chosen.filter((each) => each !== permission));
  }

  return (
    <div>
      {chosen.map((permission) => (
        <input key={permission} type="hidden" name="permissions[]" value={permission} />
      ))}
      <div className={`rounded-control border ${fault ? "border-danger" : ""}`}>
        <div className="border-b p-2">
          <Input
            type="search"
            aria-label="Search permissions"
            placeholder="Search permissions"
            aria-describedby={fault ? id : undefined}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <div className="h-[34vh] space-y-4 overflow-y-auto px-4 py-3">
          {areas.length === 0 && <p className="text-muted">No permission of yours matches.</p>}
          {areas.map((area) => (
            <fieldset key={area.name}>
              <legend className="mb-1 font-semibold text-table">{area.name}</legend>
              {area.permissions.map((permission) => (
                <ControlLabel
                  key={permission}
                  className="flex min-h-8 cursor-pointer items-center gap-2.5 touch:min-h-11"
                >
                  <Checkbox
                    checked={chosen.includes(permission)}
                    onChange={({ target }) => toggle(permission, target.checked)}
                  />
                  {permissionWords(permission)}
                </ControlLabel>
              ))}
            </fieldset>
          ))}
        </div>
      </div>
      <FaultLine id={id} name="permissions" />
    </div>
  );
}
