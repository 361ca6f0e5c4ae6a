import { X } from "lucide-react";
import { notFound, redirect } from "next/navigation";
import { visitedTab } from "@/components/console/visited-tabs";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { endVisitAction } from "@/lib/console/actions";
import { organizationPath, visitPath } from "@/lib/console/paths";
import { visitOrganization } from "@/lib/console/visit";
import { visitCookie } from "@/lib/console/visit-cookie";
import { decodeId } from "@/lib/ids";
import { Visited } from "./visited";

export const metadata = { title: "Visit" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
};

export default async function VisitPage({ params, searchParams }: Props) {
  const [{ id }, query, visit] = await Promise.all([params, searchParams, visitCookie.read()]);
  const organizationId = decodeId("org", id);
  if (organizationId === undefined) notFound();
  const here = organizationPath(id);
  if (visit?.id !== id) redirect(here);
  const door = await consolePage({ organizationId, reason: visit.reason });
  const organization = await door.run(visitOrganization, {});
  const tab = visitedTab(query.tab);
  const href = (name: string) => visitPath(id, name);
  return (
    <>
      <PageHeader
        title={organization.name}
        trail={[
          { label: "Organizations", href: "/console/organizations" },
          { label: "Facts", href: here },
        ]}
        actions={
          <form action={endVisitAction}>
            <Button type="submit">
              <X />
              End the visit
            </Button>
          </form>
        }
      />
      <Callout tone="warning" title="You are visiting, read only" className="mb-5">
        Its owner and admins see that you looked, and why: “{visit.reason}”
      </Callout>
      <Tabs
        label="What to look at"
        current={href(tab)}
        tabs={[
          { href: href("members"), label: "Members" },
          { href: href("requests"), label: "Requests" },
          { href: href("audit"), label: "Audit" },
          { href: href("settings"), label: "Settings" },
        ]}
      />
      <Visited tab={tab} door={door} settings={organization} query={searchParams} />
    </>
  );
}
