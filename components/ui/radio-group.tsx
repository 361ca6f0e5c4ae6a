import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { HeldInput } from "@/components/ui/held-control";

export type RadioOption = { value: string; label: string; help?: ReactNode; disabled?: boolean };

export type RadioGroupProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "className"> & {
  name: string;
  label: string;
  hideLabel?: boolean;
  options: RadioOption[];
  defaultValue?: string;
  value?: string;
  className?: string;
};

export function RadioGroup(props: RadioGroupProps) {
  const { label, hideLabel = false, options, defaultValue, value, className, ...input } = props;
  const Control = value === undefined ? "input" : HeldInput;
  return (
    <fieldset className={classNames("min-w-0", className)}>
      <legend className={hideLabel ? "sr-only" : "mb-1.5 font-medium"}>{label}</legend>
      <div className="divide-y divide-border overflow-hidden rounded-surface border bg-surface">
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio is its control
          <label
            key={option.value}
            className="flex cursor-pointer gap-3 px-3.5 py-3 has-checked:bg-accent-soft has-disabled:cursor-default has-disabled:opacity-60"
          >
            <Control
              {...input}
              type="radio"
              value={option.value}
              disabled={option.disabled ?? input.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control bg-surface checked:border-[5px] checked:border-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium">{option.label}</span>
              {option.help && <span className="mt-0.5 block text-muted text-table">{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
