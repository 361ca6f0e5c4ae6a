import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { ProviderButtons } from "@/components/identities/provider-buttons";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { isSignedIn } from "@/lib/accounts/session";
import { localPath, signInPath } from "@/lib/auth/local-path";
import { providerButtons } from "@/lib/identities/page";
import { publicLookOf, slugInHandoff } from "@/lib/look/page";
import { readTerms } from "@/lib/terms/operations";

export const metadata = { title: "Create an account" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function SignUpPage({ searchParams }: Props) {
  const [door, query] = await Promise.all([publicPage(), searchParams]);
  const to = localPath(query.to, "");
  if (await isSignedIn(door.request)) redirect(to || "/organizations");
  const [organization, terms] = await Promise.all([publicLookOf(door, slugInHandoff(to)), door.run(readTerms, {})]);
  return (
    <PublicShell
      title="Create an account"
      {...(organization && { organization })}
      description="One account for every organization that you work with."
      footer={
        <>
          You have an account? <TextLink href={to ? signInPath(to) : "/sign-in"}>Sign in</TextLink>
        </>
      }
    >
      <SignUpForm to={to} terms={terms?.version} />
      <ProviderButtons providers={providerButtons()} to={to || "/organizations"} />
    </PublicShell>
  );
}
