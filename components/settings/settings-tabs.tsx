import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { Permission } from "@/lib/access/permissions";

export function SettingsHead({ held }: { held: readonly Permission[] }) {
  const tabs: { href: string; label: string; needs: Permission }[] = [
    { href: "/settings", label: "General", needs: "settings.view" },
    { href: "/settings/look", label: "Look", needs: "settings.view" },
    { href: "/settings/requests", label: "Requests", needs: "settings.view" },
    { href: "/settings/preferences", label: "Preferences", needs: "settings.view" },
    { href: "/settings/security", label: "Security", needs: "settings.view" },
    { href: "/settings/shipping", label: "Shipping", needs: "settings.view" },
    { href: "/settings/address", label: "Address", needs: "settings.view" },
    { href: "/settings/ownership", label: "Ownership", needs: "organization.view" },
    { href: "/settings/plan", label: "Plan and use", needs: "usage.view" },
    { href: "/settings/history", label: "History", needs: "settings.view" },
    { href: "/settings/delete", label: "Delete", needs: "organization.delete" },
  ];
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs label="Settings" tabs={tabs.filter(({ needs }) => held.includes(needs))} />
    </>
  );
}
