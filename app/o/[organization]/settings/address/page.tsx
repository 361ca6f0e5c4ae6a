import { AddressForm } from "@/components/settings/address-form";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy-text";
import { organizationPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { organizationLink } from "@/lib/hosts";
import { readSettings } from "@/lib/settings/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Address" };

export default async function AddressPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const { id, slug } = await door.run(readSettings, {});
  const { permissions } = await organizationShell((await params).organization);
  const { rootUrl } = env();
  return (
    <>
      <SettingsHead held={permissions} />
      <Card title="Address" description="Where everybody finds this organization." className="max-w-3xl">
        <p className="-ml-1 mb-5">
          <CopyText value={organizationLink(rootUrl, slug, "/")} label="Copy address" />
        </p>
        {permissions.includes("settings.manage") && (
          <AddressForm organizationId={id} slug={slug} suffix={`.${rootUrl.host}`} />
        )}
      </Card>
    </>
  );
}
