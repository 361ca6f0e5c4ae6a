import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { Settings } from "@/lib/settings/schema";

/** For those who may look but not change. */
export function SettingsFacts({ settings }: { settings: Settings }) {
  const defaultRole = settings.roles.find(({ key }) => key === settings.default_role)?.name;
  return (
    <div className="max-w-3xl space-y-4">
      <Callout>
        You need <em>Change settings</em> to change these. Owners and admins can give it.
      </Callout>
      <Card title="Organization">
        <DescriptionList
          items={[
            { label: "Name", value: settings.name },
            { label: "Company name", value: settings.company_name },
            { label: "City", value: settings.city },
            { label: "Currency", value: settings.currency },
            { label: "Time zone", value: settings.time_zone },
            { label: "Units", value: `${settings.weight_unit}, ${settings.dimension_unit}` },
            { label: "Role of new members", value: defaultRole },
            { label: "Strict ladder", value: settings.strict_ladder ? "On" : "Off" },
          ]}
        />
      </Card>
    </div>
  );
}
