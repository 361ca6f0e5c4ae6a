import { redirect } from "next/navigation";
import { FactorStepForm } from "@/components/factors/factor-step-form";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { localPath, signInPath } from "@/lib/auth/local-path";
import { publicLookOf, slugInHandoff } from "@/lib/look/page";

export const metadata = { title: "Enter the code" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function FactorStepPage({ searchParams }: Props) {
  const [door, query] = await Promise.all([publicPage(), searchParams]);
  const to = localPath(query.to, "/organizations");
  if (!door.request.pending) redirect(signInPath(to));
  const organization = await publicLookOf(door, slugInHandoff(to));
  return (
    <PublicShell
      title="Enter the code"
      {...(organization && { organization })}
      description="Almost there. Enter the code that your authenticator app shows, or one of your recovery codes."
      footer={
        <>
          Lost app and codes? An admin of your organization can reset your second factor.{" "}
          <TextLink href={signInPath(to)}>Begin again</TextLink>
        </>
      }
    >
      <FactorStepForm to={to} />
    </PublicShell>
  );
}
