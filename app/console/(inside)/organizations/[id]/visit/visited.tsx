import type { z } from "zod";
import { AuditTable } from "@/components/console/audit-table";
import { VisitedMembers, VisitedRequests } from "@/components/console/visited-tables";
import type { VisitedTab } from "@/components/console/visited-tabs";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { PageDoor } from "@/lib/access/page-door";
import { visitAudit, visitMembers, type visitOrganization, visitRequests } from "@/lib/console/visit";

type Settings = z.output<typeof visitOrganization.output>;
type VisitedProps = { tab: VisitedTab; door: PageDoor; settings: Settings };

export async function Visited({ tab, door, settings }: VisitedProps) {
  if (tab === "requests") return <VisitedRequests rows={await door.run(visitRequests, {})} />;
  if (tab === "members") return <VisitedMembers rows={await door.run(visitMembers, {})} organizationId={settings.id} />;
  if (tab === "audit") {
    const entries = await door.run(visitAudit, {});
    return (
      <AuditTable
        filtered={false}
        rows={entries.map(({ actorLabel, recordType, ...entry }) => ({
          ...entry,
          actor: actorLabel,
          record: recordType,
        }))}
      />
    );
  }
  return (
    <Card title="Settings">
      <DescriptionList
        items={[
          { label: "Name", value: settings.name },
          { label: "Address", value: settings.slug },
          { label: "Currency", value: settings.currency },
          { label: "Time zone", value: settings.timeZone },
          { label: "Units", value: `${settings.weightUnit}, ${settings.dimensionUnit}` },
          { label: "Role template", value: settings.roleTemplate },
          { label: "Default role", value: settings.defaultRoleKey },
          { label: "Strict ladder", value: settings.strictLadder ? "On" : "Off" },
        ]}
      />
    </Card>
  );
}
