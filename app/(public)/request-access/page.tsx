import { ProviderButtons } from "@/components/identities/provider-buttons";
import { RequestAccessForm } from "@/components/registrations/request-access-form";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { isSignedIn } from "@/lib/accounts/session";
import { env } from "@/lib/env";
import { providerButtons } from "@/lib/identities/page";
import { publicLookOf } from "@/lib/look/page";
import { accountShell } from "@/lib/shell/page";

export const metadata = { title: "Ask to join" };

type Props = { searchParams: Promise<{ organization?: string | string[] }> };

export default async function RequestAccessPage({ searchParams }: Props) {
  const [door, { organization }] = await Promise.all([publicPage(), searchParams]);
  const slug = typeof organization === "string" ? organization.slice(0, 100) : "";
  const look = await publicLookOf(door, slug);
  const me = (await isSignedIn(door.request)) ? (await accountShell()).me : undefined;
  return (
    <PublicShell
      title={look ? `Ask to join ${look.name}` : "Ask to join an organization"}
      {...(look && { organization: look })}
      description="Its admins decide. You hear from us by mail at every step."
      footer={
        me ? (
          <TextLink href="/organizations">Your organizations</TextLink>
        ) : (
          <>
            Have an invitation? <TextLink href="/join">Enter its code</TextLink>
          </>
        )
      }
    >
      <RequestAccessForm organization={slug} host={env().rootUrl.host} name={me?.name ?? ""} email={me?.email ?? ""} />
      {!me && (
        <ProviderButtons
          providers={providerButtons()}
          to={slug ? `/request-access?${new URLSearchParams({ organization: slug })}` : "/request-access"}
        />
      )}
    </PublicShell>
  );
}
