"use client";

import { Bookmark, BookmarkMinus } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { partOf, usePart, warm } from "@/components/ui/part";
import { Tabs } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import { removeViewAction } from "@/lib/views/actions";
import type { SavedView } from "@/lib/views/schema";

const formPart = partOf(() => import("@/components/views/save-view-form"));

export type BuiltInView = { name: string; query: string; count?: number };

type ViewTabsProps = {
  list: string;
  path: string;
  builtIn: BuiltInView[];
  saved: SavedView[];
  organizationId: string;
  mayRemoveShared: boolean;
};

/** Views of a list as tabs; what no view shows yet can be saved as one. */
export function ViewTabs({ list, path, builtIn, saved, organizationId, mayRemoveShared }: ViewTabsProps) {
  const router = useRouter();
  const query = normal(useSearchParams().toString());
  const [saving, setSaving] = useState(false);
  const form = usePart(formPart, saving);
  const [removing, setRemoving] = useState(false);
  const href = (own: string) => (own ? `${path}?${own}` : path);
  const current = saved.find((view) => normal(view.query) === query);
  const shown = current ?? builtIn.find((view) => normal(view.query) === query);
  return (
    <div className="relative">
      <Tabs
        label="Views"
        current={shown ? href(shown.query) : "none"}
        tabs={[...builtIn, ...saved].map(({ name, query: own, ...view }) => ({
          href: href(own),
          label: name,
          ...("count" in view && view.count ? { count: view.count } : {}),
        }))}
      />
      <div className="absolute top-1 right-0 bg-background pl-2">
        {!shown && (
          <Button size="sm" variant="ghost" onPointerEnter={() => warm(formPart)} onClick={() => setSaving(true)}>
            <Bookmark />
            Save view
          </Button>
        )}
        {current && (current.mine || mayRemoveShared) && (
          <Button size="sm" variant="ghost" onClick={() => setRemoving(true)}>
            <BookmarkMinus />
            Remove view
          </Button>
        )}
      </div>
      <Dialog
        open={saving}
        onOpenChange={setSaving}
        title="Save this view"
        description="Filters, search, order and columns, as a tab of their own."
        size="sm"
      >
        {form && (
          <form.SaveViewForm
            list={list}
            query={query}
            organizationId={organizationId}
            onDone={(message) => {
              setSaving(false);
              if (message) toast.done(message);
            }}
          />
        )}
      </Dialog>
      {current && (
        <ConfirmDialog
          open={removing}
          onOpenChange={setRemoving}
          title={`Remove the view ${current.name}?`}
          confirmLabel="Remove view"
          onConfirm={async () => {
            const state = await send(removeViewAction, { organization: organizationId, id: current.id });
            if (state.status === "done") router.push(path);
            return state;
          }}
        >
          {current.shared ? "It goes for everybody. " : ""}The records in it stay as they are.
        </ConfirmDialog>
      )}
    </div>
  );
}

/** What makes a view, in one order, however the address spells it. */
function normal(text: string): string {
  const query = new URLSearchParams(text);
  for (const name of ["cursor", "trail", "limit", "open"]) query.delete(name);
  query.sort();
  return query.toString();
}
