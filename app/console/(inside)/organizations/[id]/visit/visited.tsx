import type { z } from "zod";
import { Trail } from "@/components/console/trail";
import { VisitedMembers, VisitedRequests } from "@/components/console/visited-tables";
import type { VisitedTab } from "@/components/console/visited-tabs";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { runList, type SearchParams } from "@/lib/access/list-page";
import type { PageDoor } from "@/lib/access/page-door";
import { parseQuery } from "@/lib/audit/query-rules";
import { visitAudit, visitMembers, type visitOrganization, visitRequests } from "@/lib/console/visit";

type Settings = z.output<typeof visitOrganization.output>;
type VisitedProps = { tab: VisitedTab; door: PageDoor; settings: Settings; query: SearchParams };

export async function Visited({ tab, door, settings, query }: VisitedProps) {
  if (tab === "requests") return <VisitedRequests rows={await door.run(visitRequests, {})} />;
  if (tab === "members") return <VisitedMembers rows={await door.run(visitMembers, {})} organizationId={settings.id} />;
  if (tab === "audit") {
    const asked = await query;
    const faulty = parseQuery(typeof asked.q === "string" ? asked.q : "").faults.length > 0;
    const list = faulty ? { data: [], next_cursor: null } : await runList(door, visitAudit, query);
    return <Trail list={list} query={asked} timeZone={settings.timeZone} operations={[]} />;
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
