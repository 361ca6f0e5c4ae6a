import { redirect } from "next/navigation";
import { WhatStaysForm } from "@/components/identities/what-stays-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { accountPage } from "@/lib/access/page-door";
import { showAccount } from "@/lib/accounts/operations";
import { showWhatStays } from "@/lib/identities/operations";

export const metadata = { title: "What stays?" };

/** After a password was chosen by mail: what was linked before waits for its person's word. */
export default async function CheckPage() {
  const door = await accountPage();
  const [account, stays] = await Promise.all([door.run(showAccount, {}), door.run(showWhatStays, {})]);
  if (stays.identities.length + stays.keys.length === 0) redirect("/organizations");
  return (
    <>
      <PageHeader
        title="What stays?"
        description="Your password is new. Sessions elsewhere have ended and remembered devices are forgotten. If somebody else was in your account, these could still let them act for you."
      />
      <div className="max-w-3xl space-y-6">
        <WhatStaysForm stays={stays} timeZone={account.timeZone} />
        <p className="text-muted text-table">
          {stays.hasFactor
            ? "Your authenticator app stays too. "
            : "You have no second factor, which would have kept others out. "}
          <TextLink href="/account/security">{stays.hasFactor ? "Replace it" : "Set one up"}</TextLink>
          {stays.identities.length > 0 && ". Until you decide, linked sign-ins open nothing."}
        </p>
      </div>
    </>
  );
}
