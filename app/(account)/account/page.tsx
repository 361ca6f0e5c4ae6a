import { cookies } from "next/headers";
import { AddressForm } from "@/components/accounts/address-form";
import { DefaultOrganizationForm } from "@/components/accounts/default-organization-form";
import { ProfileForm } from "@/components/accounts/profile-form";
import { ThemeForm } from "@/components/accounts/theme-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { accountPage } from "@/lib/access/page-door";
import { showAccount } from "@/lib/accounts/operations";
import { timeZones } from "@/lib/accounts/time-zones";
import { showMethods } from "@/lib/identities/operations";
import { readDefaultOrganization, viewMyAccount } from "@/lib/me/operations";
import { themeCookie, themeOf } from "@/lib/theme";

export const metadata = { title: "Account" };

export default async function AccountPage() {
  const door = await accountPage();
  const [account, { organizations }, { organizationId }, { passwordSince }] = await Promise.all([
    door.run(showAccount, {}),
    door.run(viewMyAccount, {}),
    door.run(readDefaultOrganization, {}),
    door.run(showMethods, {}),
  ]);
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  return (
    <>
      <PageHeader title="Account" description="How you appear to the organizations that you belong to." />
      <div className="max-w-3xl space-y-6">
        <Card title="Profile">
          <ProfileForm name={account.name} timeZone={account.timeZone} timeZones={timeZones} />
        </Card>
        <Card
          title="E-mail address"
          description={
            <>
              You sign in with <strong className="break-all font-medium text-text">{account.email}</strong>. A new
              address holds once you open the link that we send there; the old one is told.
            </>
          }
        >
          {passwordSince ? (
            <AddressForm />
          ) : (
            <p className="text-muted">
              A change of it asks for your password, and you have none.{" "}
              <TextLink href="/forgot-password">Set one by mail</TextLink>
            </p>
          )}
        </Card>
        {organizationId !== null && organizations.length > 1 && (
          <Card
            title="Programs"
            description="Where a program acts in your name with an access token and names no organization."
          >
            <DefaultOrganizationForm current={organizationId} organizations={organizations} />
          </Card>
        )}
        <Card title="Theme" description="For this browser, on every organization's address.">
          <ThemeForm current={theme} />
        </Card>
      </div>
    </>
  );
}
