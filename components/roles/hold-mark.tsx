import { Check, CornerDownRight } from "lucide-react";

export type Holding = "own" | "inherited" | "none";

export function holdingOf(role: { permissions: string[]; held: string[] }, permission: string): Holding {
  if (role.permissions.includes(permission)) return "own";
  return role.held.includes(permission) ? "inherited" : "none";
}

const words: Record<Holding, string> = { own: "Granted", inherited: "Inherited", none: "No" };

/** Granted is a filled tick, inherited a hollow arrow: told apart without colour. */
export function HoldMark({ holding, labelled = false }: { holding: Holding; labelled?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      {holding === "own" && (
        <span className="grid size-5 place-items-center rounded-full bg-accent text-on-accent">
          <Check aria-hidden="true" className="size-3.5" strokeWidth={2.5} />
        </span>
      )}
      {holding === "inherited" && (
        <span className="grid size-5 place-items-center rounded-full border border-control border-dashed text-muted">
          <CornerDownRight aria-hidden="true" className="size-3" />
        </span>
      )}
      {holding === "none" && (
        <span aria-hidden="true" className="grid size-5 place-items-center text-muted">
          –
        </span>
      )}
      <span className={labelled ? "text-muted text-table" : "sr-only"}>{words[holding]}</span>
    </span>
  );
}
