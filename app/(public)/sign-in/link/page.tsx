import { redirect } from "next/navigation";
import { AcceptIdentity, ConfirmIdentity, SettleWays } from "@/components/identities/settle-ways";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";
import { textOf } from "@/lib/accounts/query";
import { isSignedIn } from "@/lib/accounts/session";
import { providerButtons, waitingHere } from "@/lib/identities/page";
import type { WaitingIdentity } from "@/lib/identities/schema";
import { accountShell } from "@/lib/shell/page";

export const metadata = { title: "One more step" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Settles whom a provider proved and nobody is here yet: never by an address alone. */
export default async function SettlePage({ searchParams }: Props) {
  const [door, query] = await Promise.all([publicPage(), searchParams]);
  const token = textOf(query.token, 100);
  const waiting = await waitingHere(door);
  if (!waiting && token) return <OtherBrowser />;
  if (!waiting) redirect("/sign-in?problem=over");
  const label = providerButtons().find(({ id }) => id === waiting.provider)?.label ?? "this provider";
  if (token)
    return (
      <PublicShell title="Confirm your address" description={<Confirming label={label} email={waiting.email} />}>
        <ConfirmIdentity token={token} />
      </PublicShell>
    );
  if (await isSignedIn(door.request)) {
    const { me } = await accountShell();
    return (
      <PublicShell title={`Link ${label}?`} description={<Linking label={label} waiting={waiting} email={me.email} />}>
        <AcceptIdentity label={label} />
      </PublicShell>
    );
  }
  return (
    <PublicShell title="One more step" description={<Why label={label} waiting={waiting} />}>
      <SettleWays waiting={waiting} label={label} />
    </PublicShell>
  );
}

const strong = "break-all font-medium text-text";

function Why({ label, waiting }: { label: string; waiting: WaitingIdentity }) {
  const address = <strong className={strong}>{waiting.email}</strong>;
  if (waiting.why === "address_known")
    return (
      <>
        There is an account with the address {address} already. Sign in to it as you usually do, and {label} becomes one
        of its ways in. Or prove the address by a link in a mail.
      </>
    );
  if (waiting.why === "doubted")
    return (
      <>
        Your password was chosen anew by mail, so {label} opens nothing until you say that it stays. Sign in with the
        password first.
      </>
    );
  if (waiting.why === "no_address")
    return (
      <>
        {label} did not tell us an address of yours. Sign in, or create an account, and link {label} to it.
      </>
    );
  return (
    <>
      {label} does not vouch that the address {address} is yours. A link that we send there does.
    </>
  );
}

function Linking({ label, waiting, email }: { label: string; waiting: WaitingIdentity; email: string }) {
  return (
    <>
      You are signed in as <strong className={strong}>{email}</strong>. From now on your account would also open with{" "}
      {label}
      {waiting.email && (
        <>
          {" "}
          as <strong className={strong}>{waiting.email}</strong>
        </>
      )}
      .
    </>
  );
}

function Confirming({ label, email }: { label: string; email: string | null }) {
  return (
    <>
      You sign in with {label} from now on, as <strong className={strong}>{email}</strong>.
    </>
  );
}

function OtherBrowser() {
  return (
    <PublicShell
      title="Open this link where you began"
      description="It works once, within the hour, and only in the browser in which you came from the provider. Open it there, or begin again here."
      footer={<TextLink href="/sign-in">Sign in</TextLink>}
    />
  );
}
