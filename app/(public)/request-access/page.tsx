import { RequestAccessForm } from "@/components/registrations/request-access-form";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { isSignedIn } from "@/lib/accounts/session";
import { env } from "@/lib/env";
import { accountShell } from "@/lib/shell/page";

export const metadata = { title: "Ask to join" };

type Props = { searchParams: Promise<{ organization?: string | string[] }> };

export default async function RequestAccessPage({ searchParams }: Props) {
  const [{ request }, { organization }] = await Promise.all([publicPage(), searchParams]);
  const me = (await isSignedIn(request)) ? (await accountShell()).me : undefined;
  return (
    <PublicShell
      title="Ask to join an organization"
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
      <RequestAccessForm
        organization={typeof organization === "string" ? organization.slice(0, 100) : ""}
        host={env().rootUrl.host}
        name={me?.name ?? ""}
        email={me?.email ?? ""}
      />
    </PublicShell>
  );
}
