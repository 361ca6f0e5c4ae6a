import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";

/** Around every page of somebody who has not accepted the terms that hold now. */
export function TermsDue({ href }: { href: string }) {
  return (
    <Callout
      className="mb-6"
      title="Read and accept the terms"
      actions={
        <a href={href} className={buttonStyles({ variant: "secondary", size: "sm" })}>
          Read the terms
        </a>
      }
    >
      There is a version that you have not accepted yet.
    </Callout>
  );
}
