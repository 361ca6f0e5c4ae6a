"use client";

import type { ConfirmDialogProps } from "@/components/ui/confirm-parts";
import { useOpenedPopup } from "@/components/ui/opened-popup";
import { OpeningButton } from "@/components/ui/opening-button";
import { partOf } from "@/components/ui/part";

const part = partOf(() => import("@/components/ui/confirm-parts"));

/** Asks before an act; its code comes when it first asks. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { parts, popup, from } = useOpenedPopup(part, props);
  return (
    <>
      <OpeningButton trigger={props.trigger} part={part} popup={popup} from={from} />
      {parts && <parts.ConfirmDialog {...props} {...popup} />}
    </>
  );
}
