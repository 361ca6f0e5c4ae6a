import Link from "next/link";
import { KeptOut } from "@/components/shell/kept-out";
import { Missing } from "@/components/shell/missing";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { refusal } from "@/lib/access/page-door";
import { trustedRequest } from "@/lib/access/trusted-request";
import { organizationShell } from "@/lib/shell/page";

export default async function Forbidden() {
  const { host } = await trustedRequest();
  if (host.kind === "organization") await organizationShell(host.slug).catch(() => undefined);
  const refused = await refusal();
  if (refused?.code === "policy") return <KeptOut reason={refused.reason} message={refused.message} />;
  return (
    <EmptyState
      icon="security"
      title="This page is not open to you"
      heading
      action={
        <Link href="/" className={buttonStyles({ variant: "secondary" })}>
          Go to the overview
        </Link>
      }
    >
      <Missing permission={refused?.permission} />
    </EmptyState>
  );
}
