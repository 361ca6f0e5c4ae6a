import Link from "next/link";
import { PublicShell } from "@/components/shell/public-shell";
import { AcceptForm } from "@/components/terms/accept-form";
import { TermsText } from "@/components/terms/terms-text";
import { buttonStyles } from "@/components/ui/button-styles";
import { DateTime } from "@/components/ui/date-time";
import { accountPage, publicPage } from "@/lib/access/page-door";
import { isSignedIn } from "@/lib/accounts/session";
import { readMyTerms, readTerms } from "@/lib/terms/operations";

export const metadata = { title: "Terms" };

export default async function TermsPage() {
  const door = await publicPage();
  const signedIn = await isSignedIn(door.request);
  const terms = signedIn ? await (await accountPage()).run(readMyTerms, {}) : await door.run(readTerms, {});
  if (!terms) return <PublicShell title="There are no terms" description="This installation has published none." />;
  return (
    <PublicShell title="Terms" wide>
      <div className="space-y-6">
        <TermsText terms={terms} />
        {signedIn && terms.accepted_at && (
          <>
            <p>
              You accepted this version on <DateTime value={terms.accepted_at} />.
            </p>
            <Link href="/organizations" className={buttonStyles({ variant: "secondary" })}>
              Back to your organizations
            </Link>
          </>
        )}
        {signedIn && !terms.accepted_at && <AcceptForm version={terms.version} />}
      </div>
    </PublicShell>
  );
}
