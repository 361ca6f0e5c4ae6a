import { headers } from "next/headers";
import { SetUpForm } from "@/components/organizations/set-up-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/env";
import { countryOptions, currencyOptions, regionOf, timeZoneOptions } from "@/lib/organizations/regions";
import { accountShell } from "@/lib/shell/page";

export const metadata = { title: "Create an organization" };

export default async function NewOrganizationPage() {
  await accountShell();
  const { rootUrl } = env();
  const region = regionOf((await headers()).get("accept-language") ?? "");
  return (
    <div className="mx-auto max-w-140">
      <PageHeader
        title="Create an organization"
        description="A space of its own for people, roles, keys and data. You become its owner."
      />
      <Card>
        <SetUpForm
          host={rootUrl.host}
          rootUrl={rootUrl.href}
          countries={countryOptions}
          currencies={currencyOptions}
          timeZones={timeZoneOptions}
          {...region}
        />
      </Card>
    </div>
  );
}
