"use client";

import { ActionForm } from "@/components/form/action-form";
import { cancelImportAction, confirmImportAction } from "@/lib/imports/actions";

type Props = { id: string; organizationId: string; confirm?: string; cancel?: string };

export function ImportActs({ id, organizationId, confirm, cancel }: Props) {
  const field = <input type="hidden" name="id" value={id} />;
  return (
    <div className="flex flex-wrap gap-2">
      {confirm && (
        <ActionForm
          action={confirmImportAction}
          organizationId={organizationId}
          submitLabel={confirm}
          showDone={false}
          layout="fill"
        >
          {field}
        </ActionForm>
      )}
      {cancel && (
        <ActionForm
          action={cancelImportAction}
          organizationId={organizationId}
          submitLabel={cancel}
          submitTone="secondary"
          showDone={false}
          layout="fill"
        >
          {field}
        </ActionForm>
      )}
    </div>
  );
}
