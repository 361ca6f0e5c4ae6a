"use client";

import type { DialogCloseProps, DialogProps } from "@/components/ui/dialog-parts";
import { useOpenedPopup } from "@/components/ui/opened-popup";
import { OpeningButton } from "@/components/ui/opening-button";
import { partOf } from "@/components/ui/part";

const part = partOf(() => import("@/components/ui/dialog-parts"));

/** A dialog, whose code comes when it is first opened. */
export function Dialog(props: DialogProps) {
  const { parts, popup, from } = useOpenedPopup(part, props);
  return (
    <>
      <OpeningButton trigger={props.trigger} part={part} popup={popup} from={from} />
      {parts && <parts.Dialog {...props} {...popup} />}
    </>
  );
}

/** Closes the dialog or sheet around it. */
export function DialogClose(props: DialogCloseProps) {
  const parts = part.loaded();
  return <parts.DialogClose {...props} />;
}
