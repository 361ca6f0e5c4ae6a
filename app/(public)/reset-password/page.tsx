import { DeadLink } from "@/components/accounts/dead-link";
import { ResetForm } from "@/components/accounts/reset-form";
import { PublicShell } from "@/components/shell/public-shell";
import { publicPage } from "@/lib/access/page-door";
import { showLink } from "@/lib/accounts/operations";
import { textOf } from "@/lib/accounts/query";

export const metadata = { title: "Choose a new password" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Opening the link uses nothing up; sending the form does. */
export default async function ResetPage({ searchParams }: Props) {
  const [door, query] = await Promise.all([publicPage(), searchParams]);
  const token = textOf(query.token, 100);
  const link = token ? await door.run(showLink, { token }) : null;
  if (link?.kind !== "reset") return <DeadLink action={{ href: "/forgot-password", label: "Ask for a new link" }} />;
  return (
    <PublicShell title="Choose a new password" description={`For ${link.email}. Your other sessions end.`}>
      <ResetForm token={token} email={link.email} />
    </PublicShell>
  );
}
