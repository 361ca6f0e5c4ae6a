import { Missing } from "@/components/shell/missing";
import { PublicShell } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";
import { refusal } from "@/lib/access/page-door";
import { trustedRequest } from "@/lib/access/trusted-request";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Not open to you" };

/** For members of a suspended organization, and wherever no shell stands around the page. */
export default async function Forbidden() {
  const { host } = await trustedRequest();
  // What the layout asks first: it knows of a suspension before any page does.
  if (host.kind === "organization") await organizationShell(host.slug).catch(() => undefined);
  const refused = await refusal();
  const suspended = refused?.code === "suspended";
  const waits = refused?.code === "policy";
  return (
    <PublicShell
      title={suspended ? "This organization is suspended" : "This page is not open to you"}
      description={
        suspended ? (
          <Suspended sentence={refused.message} />
        ) : waits ? (
          refused.message
        ) : (
          <Missing permission={refused?.permission} />
        )
      }
    >
      <a href={rootLink(env().rootUrl, "/organizations")} className={buttonStyles({ variant: "primary" })}>
        My organizations
      </a>
    </PublicShell>
  );
}

function Suspended({ sentence }: { sentence: string }) {
  return (
    <>
      <span className="block break-words">{sentence}</span>
      <span className="mt-1.5 block">
        Nothing was lost. Its pages and keys open again when the platform's operators restore it.
      </span>
    </>
  );
}
