import { Minus, Plus } from "lucide-react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ActionState } from "@/lib/errors";
import { permissionWords } from "@/lib/roles/area-words";
import type { RoleImpact } from "@/lib/roles/schema";

type ReviewDialogProps = {
  impact: RoleImpact;
  roleName: string;
  withheld: string[];
  onClose: () => void;
  onConfirm: () => Promise<ActionState<unknown>>;
};

/** The difference and whom it concerns, before it is made. */
export function ReviewDialog({ impact, roleName, withheld, onClose, onConfirm }: ReviewDialogProps) {
  const { gains, losses, members, names, roles } = impact;
  const unchanged = gains.length + losses.length === 0;
  const people = members === 1 ? "1 member" : `${members.toLocaleString("en")} members`;
  return (
    <ConfirmDialog
      open
      tone="primary"
      onOpenChange={(open) => !open && onClose()}
      title={`Change ${roleName}?`}
      confirmLabel={members > 0 ? `Change for ${people}` : "Save role"}
      onConfirm={onConfirm}
    >
      {unchanged ? (
        <p>Nobody's rights change; only name, description or where rights come from.</p>
      ) : (
        <div className="max-h-[45vh] space-y-3 overflow-y-auto text-text">
          <Changes title="Gains" permissions={gains} withheld={withheld} added />
          <Changes title="Loses" permissions={losses} withheld={withheld} added={false} />
          <p>
            {members === 0 ? "No member's rights change." : `It concerns ${people}, from their next request on`}
            {names.length > 0 && `: ${names.join(", ")}${members > names.length ? " and others" : ""}.`}
          </p>
          {roles.length > 0 && <p>Roles that inherit it change too: {roles.map(({ name }) => name).join(", ")}.</p>}
        </div>
      )}
    </ConfirmDialog>
  );
}

type ChangesProps = { title: string; permissions: string[]; withheld: string[]; added: boolean };

function Changes({ title, permissions: changed, withheld, added }: ChangesProps) {
  if (changed.length === 0) return null;
  const Mark = added ? Plus : Minus;
  return (
    <section>
      <h3 className="mb-1 font-medium">
        {title} {changed.length}
      </h3>
      <ul className="space-y-0.5">
        {changed.map((permission) => (
          <li key={permission} className="flex items-start gap-2">
            <Mark aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${added ? "text-positive" : "text-danger"}`} />
            <span>
              {permissionWords(permission)}
              {withheld.includes(permission) && <span className="text-muted"> · not in your plan</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
