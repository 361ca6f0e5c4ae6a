import { cookies } from "next/headers";
import Link from "next/link";
import { RequestStatus } from "@/components/registrations/request-status";
import { PublicShell } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";
import { publicPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { organizationLink } from "@/lib/hosts";
import { requestCookie } from "@/lib/registrations/activation-cookie";
import { peekRequest } from "@/lib/registrations/asking-operations";

export const metadata = { title: "Your request", robots: { index: false } };

export default async function RequestPage() {
  const door = await publicPage();
  const token = (await cookies()).get(requestCookie)?.value;
  const request = token ? await door.run(peekRequest, { token }) : null;
  if (!request)
    return (
      <PublicShell
        title="This link shows nothing any more"
        description="Open it again from your mail. Where it is older than 90 days, sign in to see your requests, or ask again."
      >
        <div className="flex flex-wrap gap-2">
          <Link href="/organizations" className={buttonStyles({ variant: "primary" })}>
            Sign in
          </Link>
          <Link href="/request-access" className={buttonStyles({ variant: "secondary" })}>
            Ask to join
          </Link>
        </div>
      </PublicShell>
    );
  return (
    <PublicShell
      title={`Your request to join ${request.organization}`}
      organization={{ name: request.organization, slug: request.slug }}
    >
      <RequestStatus request={request} openHref={organizationLink(env().rootUrl, request.slug, "/")} />
    </PublicShell>
  );
}
