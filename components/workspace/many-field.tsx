"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { choiceWords } from "@/lib/workspace/choices";

type ManyFieldProps = { name: string; label: string; options: readonly string[]; chosen: readonly string[] };

/** Any number of a few choices; sends each one that is ticked. */
export function ManyField({ name, label, options, chosen }: ManyFieldProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control
          <label key={option} className="flex cursor-pointer items-center gap-2 touch:min-h-11">
            <Checkbox name={`${name}[]`} value={option} defaultChecked={chosen.includes(option)} />
            {choiceWords(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
