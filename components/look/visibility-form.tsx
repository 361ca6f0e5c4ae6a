"use client";

import { ActionForm } from "@/components/form/action-form";
import { useField } from "@/components/form/form-context";
import { ToggleLayout } from "@/components/form/toggle-field";
import { Switch } from "@/components/ui/switch";
import { setVisibilityAction } from "@/lib/look/actions";

type VisibilityFormProps = { organizationId: string; shown: boolean; onChange: (shown: boolean) => void };

export function VisibilityForm({ organizationId, shown, onChange }: VisibilityFormProps) {
  return (
    <ActionForm
      action={setVisibilityAction}
      organizationId={organizationId}
      defaultValues={{ publicly_visible: shown }}
      submitLabel="Save visibility"
    >
      <VisibilityField onChange={onChange} />
    </ActionForm>
  );
}

function VisibilityField({ onChange }: { onChange: (shown: boolean) => void }) {
  const { control, initial, fault } = useField("publicly_visible");
  return (
    <ToggleLayout
      label="Show us to strangers"
      help="On your address, when signing in or asking to join, everybody sees your name, logo and colour. Off, nobody can tell that this organization exists."
      fault={fault}
      side="right"
    >
      {({ describedBy }) => (
        <Switch
          {...control}
          value="true"
          defaultChecked={Boolean(initial)}
          aria-describedby={describedBy}
          onChange={(event) => {
            void control.onChange(event);
            onChange(event.target.checked);
          }}
        />
      )}
    </ToggleLayout>
  );
}
