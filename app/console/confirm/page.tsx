import { notFound, redirect } from "next/navigation";
import { ConfirmForm } from "@/components/console/confirm-form";
import { PublicShell } from "@/components/shell/public-shell";
import { proofWanted } from "@/lib/access/confirm-password";
import { consolePage } from "@/lib/access/page-door";
import { consoleShell } from "@/lib/console/operations";
import { BerthError } from "@/lib/errors";

export const metadata = { title: "Confirm that it is you" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function ConfirmPage({ searchParams }: Props) {
  const { to } = await searchParams;
  const next = typeof to === "string" && /^\/console($|[/?])/.test(to) ? to : "/console";
  if (await isConfirmed()) redirect(next);
  const kind = await proofWanted((await consolePage()).handle);
  return (
    <PublicShell
      title={kind === "factor" ? "Enter a code" : "Enter your password"}
      description="The console shows every organization. It asks again when half an hour has passed."
    >
      <ConfirmForm to={next} kind={kind} />
    </PublicShell>
  );
}

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
