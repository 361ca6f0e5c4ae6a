"use client";

import { ProofField } from "@/components/form/proof-field";
import { Checkbox } from "@/components/ui/checkbox";
import { figures } from "@/lib/groups/choices";

export type Choice = { key: string; name: string };

type Props = { roles: Choice[]; chosen?: { figures: readonly string[]; roles: readonly string[] } };

/** What a child agrees to, one by one: nothing is ticked for it. */
export function ShareFields({ roles, chosen = { figures: [], roles: [] } }: Props) {
  return (
    <>
      <Ticks
        legend="Figures that the head of the group reads"
        help="Counts only. None of your records, people or messages."
        name="figures[]"
        options={Object.entries(figures).map(([key, { label }]) => ({ key, name: label }))}
        chosen={chosen.figures}
      />
      <Ticks
        legend="Roles that it may give to its people here"
        help="Whoever it assigns is an ordinary member, whom you can change and remove. A role that grows later is not given any more until you agree again."
        name="roles[]"
        options={roles}
        chosen={chosen.roles}
      />
      <ProofField />
    </>
  );
}

type TicksProps = { legend: string; help: string; name: string; options: Choice[]; chosen: readonly string[] };

function Ticks({ legend, help, name, options, chosen }: TicksProps) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      <p className="mt-0.5 mb-2 text-muted text-table">{help}</p>
      <ul className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {options.map(({ key, name: label }) => (
          <li key={key}>
            <label
              htmlFor={`${name}${key}`}
              className="flex min-h-7 cursor-pointer items-center gap-2.5 touch:min-h-11"
            >
              <Checkbox id={`${name}${key}`} name={name} value={key} defaultChecked={chosen.includes(key)} />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
