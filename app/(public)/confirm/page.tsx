import { redirect } from "next/navigation";
import { ConfirmPageForm } from "@/components/factors/confirm-page-form";
import { ProviderButtons } from "@/components/identities/provider-buttons";
import { PublicShell } from "@/components/shell/public-shell";
import { proofWanted } from "@/lib/access/confirm-password";
import { accountPage } from "@/lib/access/page-door";
import { isSignedIn } from "@/lib/accounts/session";
import { localPath, signInPath } from "@/lib/auth/local-path";
import { myProviderButtons } from "@/lib/identities/page";

export const metadata = { title: "Confirm that it is you" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function ConfirmPage({ searchParams }: Props) {
  const [door, query] = await Promise.all([accountPage(), searchParams]);
  const to = localPath(query.to, "/organizations");
  if (!(await isSignedIn(door.request))) redirect(signInPath(to));
  const kind = await proofWanted(door.handle);
  return (
    <PublicShell
      title="Confirm that it is you"
      description={
        to.startsWith("/handoff?")
          ? "The organization asks for it again at times. You go on where you were."
          : "What comes next asks for it. You go on where you were."
      }
    >
      {kind === "provider" ? (
        <ProviderButtons providers={await myProviderButtons(door)} to={to} alone />
      ) : (
        <ConfirmPageForm to={to} kind={kind} />
      )}
    </PublicShell>
  );
}
