import { PublicShell } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";
import { refusal } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";

export const metadata = { title: "Not open to you" };

/** For members of a suspended organization, and wherever no shell stands around the page. */
export default function Forbidden() {
  const refused = refusal().current;
  const suspended = refused?.code === "suspended";
  return (
    <PublicShell
      title={suspended ? "This organization is suspended" : "This page is not open to you"}
      description={
        suspended
          ? "Nothing was lost. Its pages and keys open again when the platform's operators restore it."
          : (refused?.message ?? "You do not have the permission for this.")
      }
    >
      <a href={rootLink(env().rootUrl, "/organizations")} className={buttonStyles({ variant: "primary" })}>
        My organizations
      </a>
    </PublicShell>
  );
}
