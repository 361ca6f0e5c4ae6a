"use client";

import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SecretOnce, type SecretOnceProps } from "@/components/ui/secret-once";

type SecretDialogProps<Made> = {
  /** The button that opens it; without one it stands open until `onClose`. */
  trigger?: ReactElement;
  onClose?: () => void;
  title: string;
  description: string;
  /** Asks for what the secret needs, and hands it over once it is made. */
  form: (onMade: (made: Made) => void) => ReactNode;
  madeTitle: string;
  shown: (made: Made) => SecretOnceProps;
  /** What to do with it, above the secret. */
  advice?: string;
};

/** Makes a secret and shows it once: only its own buttons close it then, so that a stray click or key loses nothing. */
export function SecretDialog<Made>({ trigger, onClose, form, shown, advice, ...words }: SecretDialogProps<Made>) {
  const [open, setOpen] = useState(trigger === undefined);
  const [made, setMade] = useState<{ value: Made }>();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setMade(undefined);
        if (!next) onClose?.();
      }}
      trigger={trigger}
      held={made !== undefined}
      title={made ? words.madeTitle : words.title}
      description={made ? advice : words.description}
    >
      {made ? (
        <div className="space-y-5">
          <SecretOnce {...shown(made.value)} />
          <div className="flex justify-end">
            <DialogClose render={<Button variant="primary">I have kept it</Button>} />
          </div>
        </div>
      ) : (
        form((value) => setMade({ value }))
      )}
    </Dialog>
  );
}
