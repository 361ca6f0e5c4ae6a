import { notFound, redirect } from "next/navigation";
import { ConfirmForm } from "@/components/console/confirm-form";
import { ProviderButtons } from "@/components/identities/provider-buttons";
import { PublicShell } from "@/components/shell/public-shell";
import { proofWanted } from "@/lib/access/confirm-password";
import { accountPage, consolePage } from "@/lib/access/page-door";
import { consoleShell } from "@/lib/console/operations";
import { BerthError } from "@/lib/errors";
import { myProviderButtons } from "@/lib/identities/page";

export const metadata = { title: "Confirm that it is you" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function ConfirmPage({ searchParams }: Props) {
  const { to } = await searchParams;
  const next = typeof to === "string" && /^\/console($|[/?])/.test(to) ? to : "/console";
  if (await isConfirmed()) redirect(next);
  const kind = await proofWanted((await consolePage()).handle);
  return (
    <PublicShell
      title={titles[kind]}
      description="The console shows every organization. It asks again when half an hour has passed."
    >
      {kind === "provider" ? (
        <ProviderButtons providers={await myProviderButtons(await accountPage())} to={next} alone />
      ) : (
        <ConfirmForm to={next} kind={kind} />
      )}
    </PublicShell>
  );
}

const titles = { factor: "Enter a code", password: "Enter your password", provider: "Sign in again" };

/** False for a super admin whose password is too old; for anybody else nothing is here. */
async function isConfirmed(): Promise<boolean> {
  const { handle } = await consolePage();
  try {
    await handle.run(consoleShell, {});
    return true;
  } catch (error) {
    if (error instanceof BerthError && error.code === "confirm_password") return false;
    if (error instanceof BerthError && (error.code === "not_found" || error.code === "unauthenticated")) notFound();
    throw error;
  }
}
