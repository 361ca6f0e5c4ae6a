import { DeadLink } from "@/components/accounts/dead-link";
import { ConfirmAddressForm, VerifySignUpForm } from "@/components/accounts/verify-forms";
import { PublicShell } from "@/components/shell/public-shell";
import { publicPage } from "@/lib/access/page-door";
import { showLink } from "@/lib/accounts/operations";
import { textOf } from "@/lib/accounts/query";
import { localPath } from "@/lib/auth/local-path";

export const metadata = { title: "Confirm your address" };

type Props = { searchParams: Promise<{ token?: string | string[]; to?: string | string[] }> };

/** Names the address and posts: a mail scanner that opens the link confirms nothing. */
export default async function VerifyPage({ searchParams }: Props) {
  const [door, query] = await Promise.all([publicPage(), searchParams]);
  const token = textOf(query.token, 100);
  const link = token ? await door.run(showLink, { token, nonce: door.request.nonce }) : null;
  if (link?.kind === "sign_up")
    return (
      <PublicShell title="Confirm your address" description={<Address email={link.email} />}>
        <VerifySignUpForm token={token} to={localPath(query.to, "")} passwordNeeded={link.passwordNeeded} />
      </PublicShell>
    );
  if (link?.kind === "change_address")
    return (
      <PublicShell title="Confirm your new address" description={<Address email={link.email} />}>
        <ConfirmAddressForm token={token} />
      </PublicShell>
    );
  return <DeadLink action={{ href: "/sign-in", label: "Sign in" }} />;
}

function Address({ email }: { email: string }) {
  return (
    <>
      You sign in with <strong className="break-all font-medium text-text">{email}</strong>.
    </>
  );
}
