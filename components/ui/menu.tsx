"use client";

import { useState } from "react";
import type {
  MenuCheckboxProps,
  MenuGroupProps,
  MenuItemProps,
  MenuLinkProps,
  MenuProps,
  MenuRadioProps,
} from "@/components/ui/menu-parts";
import { partOf, usePart } from "@/components/ui/part";
import { type Opening, WaitingTrigger } from "@/components/ui/waiting-trigger";

const part = partOf(() => import("@/components/ui/menu-parts"));

/** A button and its menu, whose code comes when somebody reaches for it. */
export function Menu(props: MenuProps) {
  const [opening, setOpening] = useState<Opening>();
  const parts = usePart(part, opening !== undefined);
  if (!parts || !opening)
    return <WaitingTrigger trigger={props.trigger} popup="menu" part={part} onOpen={setOpening} />;
  return <parts.Menu {...props} opening={opening} />;
}

export function MenuItem(props: MenuItemProps) {
  const parts = part.loaded();
  return <parts.MenuItem {...props} />;
}

export function MenuLink(props: MenuLinkProps) {
  const parts = part.loaded();
  return <parts.MenuLink {...props} />;
}

export function MenuCheckbox(props: MenuCheckboxProps) {
  const parts = part.loaded();
  return <parts.MenuCheckbox {...props} />;
}

export function MenuRadio(props: MenuRadioProps) {
  const parts = part.loaded();
  return <parts.MenuRadio {...props} />;
}

export function MenuGroup(props: MenuGroupProps) {
  const parts = part.loaded();
  return <parts.MenuGroup {...props} />;
}

export function MenuSeparator() {
  const parts = part.loaded();
  return <parts.MenuSeparator />;
}
