"use client";

import { useRef, useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Field } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/hidden-field";
import { send } from "@/components/form/send";
import { type Dress, Mark, tokens } from "@/components/look/preview";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { removeLogoAction, replaceLogoAction } from "@/lib/look/actions";
import { type LogoTheme, largestLogo, logoTypes } from "@/lib/look/rules";

type LogoFormProps = {
  organizationId: string;
  dress: Dress;
  theme: LogoTheme;
  /** Whether a logo is kept, beside one that was only chosen. */
  kept: boolean;
  onChoose: (picture: string | undefined) => void;
};

const words = {
  light: {
    logo: "logo",
    removed: "Pages and mails show letters on your colour in its place. The file is deleted.",
  },
  dark: { logo: "dark logo", removed: "Dark pages show the first logo again. The file is deleted." },
};

export function LogoForm({ organizationId, dress, theme, kept, onChoose }: LogoFormProps) {
  const { logo, removed } = words[theme];
  const [round, setRound] = useState(0);
  return (
    <ActionForm
      action={replaceLogoAction}
      organizationId={organizationId}
      submitLabel={kept ? `Replace ${logo}` : `Upload ${logo}`}
      onDone={() => {
        onChoose(undefined);
        setRound(round + 1);
      }}
      secondary={
        kept && (
          <ConfirmDialog
            trigger={<Button variant="ghost">Remove {logo}</Button>}
            title={`Remove the ${logo}?`}
            confirmLabel={`Remove ${logo}`}
            onConfirm={() => send(removeLogoAction, { organization: organizationId, theme })}
          >
            {removed}
          </ConfirmDialog>
        )
      }
    >
      <HiddenField name="theme" value={theme} />
      <div className="flex items-start gap-4">
        <span className="mt-1 grid shrink-0 rounded-surface bg-background p-2" style={tokens[theme]}>
          <Mark dress={dress} scheme={theme} size="lg" />
        </span>
        <LogoField key={round} label={theme === "dark" ? "Dark logo" : "Picture"} onChoose={onChoose} />
      </div>
    </ActionForm>
  );
}

function LogoField({ label, onChoose }: { label: string; onChoose: LogoFormProps["onChoose"] }) {
  const { control, fault } = useField("image");
  const [refused, setRefused] = useState<string>();
  const shown = useRef<string>(undefined);
  function choose(input: HTMLInputElement) {
    if (shown.current) URL.revokeObjectURL(shown.current);
    const file = input.files?.[0];
    const problem = file && problemOf(file);
    setRefused(problem);
    if (problem) input.value = "";
    shown.current = file && !problem ? URL.createObjectURL(file) : undefined;
    onChoose(shown.current);
  }
  return (
    <Field label={label} help="PNG, JPEG or WebP, up to 2 MB. A square one fits best." fault={refused ?? fault}>
      {({ id, describedBy, invalid }) => (
        <input
          {...control}
          id={id}
          type="file"
          accept={logoTypes.join(",")}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          className="w-full min-w-0 text-table file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-control file:bg-surface file:px-3 file:font-medium file:text-text hover:file:bg-hover touch:file:h-11"
          onChange={(event) => {
            void control.onChange(event);
            choose(event.currentTarget);
          }}
        />
      )}
    </Field>
  );
}

function problemOf({ type, size }: File): string | undefined {
  if (!logoTypes.includes(type)) return "Choose a PNG, JPEG or WebP picture.";
  return size > largestLogo ? "The file is larger than 2 MB. Choose a smaller one." : undefined;
}
