import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { ProviderProblem } from "@/components/identities/problem";
import { ProviderButtons } from "@/components/identities/provider-buttons";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { textOf } from "@/lib/accounts/query";
import { isSignedIn } from "@/lib/accounts/session";
import { localPath } from "@/lib/auth/local-path";
import { providerButtons } from "@/lib/identities/page";
import { publicLookOf, slugInHandoff } from "@/lib/look/page";

export const metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<"to" | "problem" | "with", string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const [door, query] = await Promise.all([publicPage(), searchParams]);
  const to = localPath(query.to, "/organizations");
  if (await isSignedIn(door.request)) redirect(to);
  const organization = await publicLookOf(door, slugInHandoff(to));
  const providers = providerButtons();
  const visited = providers.find(({ id }) => id === query.with)?.label ?? "The provider";
  return (
    <PublicShell
      title="Sign in"
      {...(organization && { organization })}
      description={to.startsWith("/handoff?") ? "Sign in to open this organization." : undefined}
      footer={
        <>
          New here?{" "}
          <TextLink href={query.to ? `/sign-up?${new URLSearchParams({ to })}` : "/sign-up"}>
            Create an account
          </TextLink>
          {" · "}
          <TextLink href="/docs">For developers</TextLink>
        </>
      }
    >
      <ProviderProblem problem={textOf(query.problem, 20)} provider={visited} className="mb-5" />
      <SignInForm to={to} />
      <ProviderButtons providers={providers} to={to} />
    </PublicShell>
  );
}
