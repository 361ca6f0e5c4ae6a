import Link from "next/link";
import { PublicShell } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";
import { publicPage } from "@/lib/access/page-door";

export const metadata = { title: "Request sent" };

const steps = [
  "Where this organization takes requests, you get a mail with a link that shows where yours stands. Look in the spam folder too.",
  "Its admins see your name, address and message, and decide.",
  "You get their answer by mail. With a yes you are in at once, or after one click that proves your address.",
];

/** The same page whatever exists: it says neither that there is such an organization nor that somebody is known. */
export default async function RequestSentPage() {
  await publicPage();
  return (
    <PublicShell title="Thank you" description="Your request is on its way. This is what happens next.">
      <ol className="space-y-4">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden="true"
              className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft font-medium text-accent text-xs"
            >
              {index + 1}
            </span>
            <span className="pt-0.5">{step}</span>
          </li>
        ))}
      </ol>
      <div className="mt-6 flex flex-wrap gap-2">
        <Link href="/organizations" className={buttonStyles({ variant: "secondary" })}>
          See your requests
        </Link>
      </div>
    </PublicShell>
  );
}
