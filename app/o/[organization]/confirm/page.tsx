import { redirect } from "next/navigation";
import { ConfirmPageForm } from "@/components/factors/confirm-page-form";
import { Card } from "@/components/ui/card";
import { proofWanted } from "@/lib/access/confirm-password";
import { organizationPage } from "@/lib/access/page-door";
import { localPath } from "@/lib/auth/local-path";
import { BerthError } from "@/lib/errors";

export const metadata = { title: "Confirm that it is you" };

type Props = { params: Promise<{ organization: string }>; searchParams: Promise<{ to?: string | string[] }> };

/** Asks nothing of the organization: it stands open to whoever its policy keeps out, too. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const [{ handle }, query] = await Promise.all([organizationPage(params), searchParams]);
  const to = localPath(query.to, "/");
  const kind = await proofWanted(handle).catch((error: unknown) => {
    if (error instanceof BerthError && error.code === "unauthenticated") return undefined;
    throw error;
  });
  if (kind === "provider") redirect(`/auth/again?${new URLSearchParams({ to })}`);
  if (!kind) redirect(`/auth/begin?${new URLSearchParams({ to })}`);
  return (
    <div className="mx-auto max-w-100 pt-[6vh]">
      <Card className="p-2 sm:p-4">
        <h1 className="text-balance font-semibold text-2xl tracking-tight">Confirm that it is you</h1>
        <p className="mt-1.5 mb-6 text-muted">What comes next asks for it. You go on where you were.</p>
        <ConfirmPageForm to={to} kind={kind} />
      </Card>
    </div>
  );
}
