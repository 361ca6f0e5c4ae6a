"use client";

import { useId, useState } from "react";
import { useBranchMemory } from "@/components/branches/branch-memory";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { asLines } from "@/lib/branches/words";

/** Outside of the form, so that the choice between all and some is not sent: the ticked branches say it. */
const outside = "no-form";

/** Where somebody begins who gets in: all branches or some, of those that the acting person is of. */
export function BranchesField() {
  const { branches, limited } = useBranchMemory();
  const [some, setSome] = useState(false);
  const [ticked, setTicked] = useState<string[]>([]);
  const id = useId();
  if (branches.length === 0) return null;
  return (
    <div className="space-y-2.5">
      <RadioGroup
        form={outside}
        name={`${id}-where`}
        label="Belongs to"
        value={some ? "some" : "all"}
        onChange={(event) => setSome(event.target.value === "some")}
        options={[
          limited
            ? { value: "all", label: "All of your branches", help: "Nobody gets in further than you are." }
            : { value: "all", label: "All branches" },
          { value: "some", label: "Some branches", help: "Sees the records of these, and of the branches below." },
        ]}
      />
      {some && (
        <fieldset>
          <legend className="sr-only">Branches</legend>
          <ul className="max-h-56 overflow-auto rounded-surface border px-3.5 py-1.5">
            {asLines(branches).map(({ id: branch, name, depth }) => (
              <li key={branch} style={{ paddingLeft: `${depth * 1.25}rem` }}>
                <label
                  htmlFor={`${id}${branch}`}
                  className="flex min-h-7 cursor-pointer items-center gap-2.5 touch:min-h-11"
                >
                  <Checkbox
                    id={`${id}${branch}`}
                    name="branches[]"
                    value={branch}
                    checked={ticked.includes(branch)}
                    onChange={({ target }) =>
                      setTicked(target.checked ? [...ticked, branch] : ticked.filter((each) => each !== branch))
                    }
                  />
                  <span className="truncate">{name}</span>
                </label>
              </li>
            ))}
          </ul>
          {/* None of them is not all of them: the server refuses an empty one. */}
          {ticked.length === 0 && (
            <>
              <input type="hidden" name="branches[]" value="none" />
              <p className="mt-1.5 text-muted text-table">Choose at least one.</p>
            </>
          )}
        </fieldset>
      )}
    </div>
  );
}
