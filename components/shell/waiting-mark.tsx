import { classNames } from "@/components/ui/class-names";

type WaitingMarkProps = { invitations: number; elsewhere: boolean; atMark: boolean };

/** On the switcher's button: how many invitations wait, or a dot where other organizations have something. */
export function WaitingMark({ invitations, elsewhere, atMark }: WaitingMarkProps) {
  if (invitations === 0 && !elsewhere) return null;
  const words =
    invitations > 0
      ? `${invitations === 1 ? "1 invitation waits" : `${invitations} invitations wait`} for you`
      : "Something waits in another organization";
  return (
    <span
      className={classNames(
        "absolute rounded-full border-2 border-background bg-accent",
        invitations > 0
          ? "grid h-5 min-w-5 place-items-center px-1 font-semibold text-on-accent text-xs leading-none"
          : "size-2.5",
        atMark ? "top-0.5 left-7" : "top-1.5 right-1",
      )}
    >
      {invitations > 0 && <span aria-hidden="true">{invitations > 9 ? "9+" : invitations}</span>}
      <span className="sr-only">{words}</span>
    </span>
  );
}
