import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { isSignedIn } from "@/lib/accounts/session";
import { localPath } from "@/lib/auth/local-path";

import { publicLookOf, slugInHandoff } from "@/lib/look/page";

export const metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const [door, query] = await Promise.all([publicPage(), searchParams]);
  const to = localPath(query.to, "/organizations");
  if (await isSignedIn(door.request)) redirect(to);
  const organization = await publicLookOf(door, slugInHandoff(to));
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
        </>
      }
    >
      <SignInForm to={to} />
    </PublicShell>
  );
}
