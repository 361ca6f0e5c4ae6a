"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { menuItemStyles, popupStyles } from "@/components/ui/popup-styles";
import { type Opening, useOpening } from "@/components/ui/waiting-trigger";

export type MenuProps = {
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  children: ReactNode;
};

export function Menu({
  trigger,
  align = "end",
  side = "bottom",
  className,
  children,
  opening,
}: MenuProps & { opening: Opening }) {
  const begin = useOpening<HTMLButtonElement>(opening);
  return (
    <Base.Root defaultOpen={opening === "pointer"}>
      <Base.Trigger ref={begin} render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className={classNames(popupStyles, "min-w-44 max-w-80 p-1", className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = { icon?: ReactNode; danger?: boolean; disabled?: boolean; hint?: ReactNode; children: ReactNode };

export type MenuItemProps = ItemProps & { onSelect: () => void };

export function MenuItem({ icon, danger = false, disabled, hint, children, onSelect }: MenuItemProps) {
  return (
    <Base.Item disabled={disabled} onClick={onSelect} className={classNames(menuItemStyles, danger && "text-danger")}>
      <ItemBody icon={icon} hint={hint}>
        {children}
      </ItemBody>
    </Base.Item>
  );
}

export type MenuLinkProps = Omit<ItemProps, "danger" | "disabled"> & { href: string };

export function MenuLink({ icon, hint, children, href }: MenuLinkProps) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={menuItemStyles}>
      <ItemBody icon={icon} hint={hint}>
        {children}
      </ItemBody>
    </Base.LinkItem>
  );
}

export type MenuCheckboxProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: ReactNode;
};

export function MenuCheckbox({ checked, onCheckedChange, hint, children }: MenuCheckboxProps) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onCheckedChange} className={menuItemStyles}>
      <span className="grid size-4 place-items-center rounded-[4px] border border-control">
        <Base.CheckboxItemIndicator className="grid size-4 place-items-center rounded-[4px] bg-accent text-on-accent">
          <Check className="size-3!" strokeWidth={3} />
        </Base.CheckboxItemIndicator>
      </span>
      <ItemBody hint={hint}>{children}</ItemBody>
    </Base.CheckboxItem>
  );
}

export type MenuRadioProps = {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: { value: string; label: string; icon?: ReactNode }[];
  /** A choice that changes the page closes the menu; one that shows at once leaves it open. */
  closes?: boolean;
};

export function MenuRadio({ label, value, onValueChange, options, closes = false }: MenuRadioProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={onValueChange} aria-label={label}>
      <div className="px-2 pt-1.5 pb-1 font-medium text-muted text-xs">{label}</div>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick={closes} className={menuItemStyles}>
          <ItemBody icon={option.icon}>{option.label}</ItemBody>
          <Base.RadioItemIndicator>
            <Check />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export type MenuGroupProps = { label: string; children: ReactNode };

export function MenuGroup({ label, children }: MenuGroupProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 font-medium text-muted text-xs">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-border" />;
}

function ItemBody({ icon, hint, children }: { icon?: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <>
      {icon && <span className="text-muted">{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint && <span className="text-muted text-xs">{hint}</span>}
    </>
  );
}
