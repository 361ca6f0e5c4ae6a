import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlStyles } from "@/components/ui/control-styles";
import { HeldSelect } from "@/components/ui/held-control";

export type Option = { value: string; label: string; disabled?: boolean; group?: string };

export type SelectProps = ComponentProps<"select"> & { options: Option[]; placeholder?: string };

/** The browser's own select: it works before JavaScript, with every keyboard and on every phone. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  const Control = props.value !== undefined && props.onChange ? HeldSelect : "select";
  return (
    <span className={classNames("relative block", className)}>
      <Control
        className={classNames(controlStyles, "h-9 appearance-none truncate pr-8 touch:h-11 touch:text-base")}
        {...props}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {groupsOf(options).map(([group, members]) =>
          group ? (
            <optgroup key={group} label={group}>
              {members.map(renderOption)}
            </optgroup>
          ) : (
            members.map(renderOption)
          ),
        )}
      </Control>
      <ChevronsUpDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}

function renderOption(option: Option) {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

function groupsOf(options: Option[]): [string, Option[]][] {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const key = option.group ?? "";
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  return [...groups];
}
