"use client";

import { useOpenedPopup } from "@/components/ui/opened-popup";
import { OpeningButton } from "@/components/ui/opening-button";
import { partOf } from "@/components/ui/part";
import type { SheetProps } from "@/components/ui/sheet-parts";

const part = partOf(() => import("@/components/ui/sheet-parts"));

/** A panel at the edge, whose code comes when it is first opened. */
export function Sheet(props: SheetProps) {
  const { parts, popup, from } = useOpenedPopup(part, props);
  return (
    <>
      <OpeningButton trigger={props.trigger} part={part} popup={popup} from={from} />
      {parts && <parts.Sheet {...props} {...popup} />}
    </>
  );
}
