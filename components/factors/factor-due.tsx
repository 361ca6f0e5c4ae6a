import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";

type FactorDueProps = { until: Date; href: string; timeZone: string };

/** Stands above every page of an organization that wants a second factor from whoever has none yet. */
export function FactorDue({ until, href, timeZone }: FactorDueProps) {
  return (
    <Callout
      tone="warning"
      className="mb-6"
      title={
        <>
          Set up a second factor by <DateTime value={until} timeZone={timeZone} withTime={false} />
        </>
      }
      actions={
        <a href={href} className={buttonStyles({ variant: "secondary", size: "sm" })}>
          Set it up now
        </a>
      }
    >
      This organization wants one from you. After that its pages open only with it.
    </Callout>
  );
}
