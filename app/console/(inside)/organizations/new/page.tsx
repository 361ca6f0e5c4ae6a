import { NewOrganizationForm } from "@/components/console/new-organization-form";
import { PageHeader } from "@/components/ui/page-header";
import { consoleFacts } from "@/lib/console/page";
import { env } from "@/lib/env";

export const metadata = { title: "New organization" };

export default async function NewOrganizationPage() {
  await consoleFacts();
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const currencies = Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} · ${names.of(code)}`,
  }));
  return (
    <>
      <PageHeader
        title="New organization"
        description="It waits, closed, until its first owner accepts."
        trail={[{ label: "Organizations", href: "/console/organizations" }]}
      />
      <NewOrganizationForm
        ending={`.${env().rootUrl.host}`}
        timeZones={["UTC", ...Intl.supportedValuesOf("timeZone")]}
        currencies={currencies}
      />
    </>
  );
}
