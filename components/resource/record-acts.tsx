"use client";

import { Ban, Ellipsis, GitBranch, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { MoveToBranch, mayMove } from "@/components/branches/move-to-branch";
import { send } from "@/components/form/send";
import type { RecordVerb } from "@/components/resource/verbs";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Verdict } from "@/lib/access/verdict";
import type { BranchChoice, Movable } from "@/lib/branches/schema";
import { removeRecordAction } from "@/lib/resource/actions";
import type { ResourceFacts } from "@/lib/resource/facts";

export type RecordActsProps = {
  facts: Pick<ResourceFacts, "name" | "path" | "words">;
  record: {
    id: string;
    name: string;
    branchId: string | null;
    abilities: { update: Verdict; remove: Verdict };
  };
  /** Where the record belongs to a branch: the branches that there are. */
  moving: { kind: Movable; branches: BranchChoice[] } | null;
  verbs: RecordVerb[];
  organizationId: string;
  /** The list, for when the record is gone. */
  listHref: string;
};

/** The next step as the primary act; what is rarer, or cannot be undone, in the menu. */
export function RecordActs({ facts, record, moving, verbs, organizationId, listHref }: RecordActsProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<string>();
  const [pending, start] = useTransition();
  const { id, name, abilities } = record;
  const fields = { organization: organizationId, id };
  const next = verbs.find(({ asks }) => !asks);
  const asking = verbs.filter(({ asks }) => asks);
  const movable = moving && abilities.update.allowed && mayMove({ branches: moving.branches, record }) ? moving : null;
  const done = () => setAsked(undefined);

  const take = ({ action }: RecordVerb) =>
    start(async () => {
      const state = await send(action, fields);
      if (state.status === "failed") toast.failed(state.message);
    });

  return (
    <>
      {abilities.update.allowed && (
        <Link href={`${facts.path}/${id}/edit`} className={buttonStyles()}>
          <Pencil />
          Edit
        </Link>
      )}
      {next && (
        <Button variant="primary" pending={pending} onClick={() => take(next)}>
          {next.label}
        </Button>
      )}
      {(movable || asking.length > 0 || abilities.remove.allowed) && (
        <Menu
          trigger={
            <IconButton label={`More for ${name}`}>
              <Ellipsis />
            </IconButton>
          }
        >
          {movable && (
            <MenuItem icon={<GitBranch />} onSelect={() => setAsked("move")}>
              Move to branch
            </MenuItem>
          )}
          {asking.map((verb) => (
            <MenuItem key={verb.label} icon={<Ban />} danger onSelect={() => setAsked(verb.label)}>
              {verb.label}
            </MenuItem>
          ))}
          {abilities.remove.allowed && (
            <MenuItem icon={<Trash2 />} danger onSelect={() => setAsked("remove")}>
              Remove {facts.words.one}
            </MenuItem>
          )}
        </Menu>
      )}
      {movable && <MoveToBranch {...movable} {...{ record, organizationId }} open={asked === "move"} onClose={done} />}
      {asking.map((verb) => (
        <ConfirmDialog
          key={verb.label}
          open={asked === verb.label}
          onOpenChange={done}
          title={verb.asks?.title ?? verb.label}
          confirmLabel={verb.label}
          {...(verb.asks && { cancelLabel: verb.asks.keep })}
          onConfirm={() => send(verb.action, fields)}
        >
          {verb.asks?.text}
        </ConfirmDialog>
      ))}
      <ConfirmDialog
        open={asked === "remove"}
        onOpenChange={done}
        title={`Remove ${name}?`}
        confirmLabel={`Remove ${facts.words.one}`}
        onConfirm={async () => {
          const state = await send(removeRecordAction.bind(null, facts.name), fields);
          if (state.status === "done") router.push(listHref);
          return state;
        }}
      >
        This {facts.words.one} is gone for everybody. That it was there stays in the audit trail.
      </ConfirmDialog>
    </>
  );
}
