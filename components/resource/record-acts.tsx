"use client";

import { Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Verdict } from "@/lib/access/verdict";
import { removeRecordAction } from "@/lib/resource/actions";
import type { ResourceFacts } from "@/lib/resource/facts";

type RecordActsProps = {
  facts: Pick<ResourceFacts, "name" | "path" | "words">;
  record: { id: string; name: string; abilities: { update: Verdict; remove: Verdict } };
  organizationId: string;
};

export function RecordActs({ facts, record, organizationId }: RecordActsProps) {
  const router = useRouter();
  const { id, name, abilities } = record;
  return (
    <>
      {abilities.update.allowed && (
        <Link href={`${facts.path}/${id}/edit`} className={buttonStyles()}>
          <Pencil />
          Edit
        </Link>
      )}
      {abilities.remove.allowed && (
        <ConfirmDialog
          trigger={
            <Button variant="ghost">
              <Trash2 />
              Remove
            </Button>
          }
          title={`Remove ${name}?`}
          confirmLabel={`Remove ${facts.words.one}`}
          onConfirm={async () => {
            const state = await send(removeRecordAction.bind(null, facts.name), { organization: organizationId, id });
            if (state.status === "done") router.push(facts.path);
            return state;
          }}
        >
          This {facts.words.one} is gone for everybody. That it was there stays in the audit trail.
        </ConfirmDialog>
      )}
    </>
  );
}
