import { X } from "lucide-react";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { visitedTab } from "@/components/console/visited-tabs";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { consolePage } from "@/lib/access/page-door";
import { reasonInput } from "@/lib/console/schema";
import { visitOrganization } from "@/lib/console/visit";
import { decodeId } from "@/lib/ids";
import { Visited } from "./visited";

export const metadata = { title: "Visit" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ reason?: string | string[]; tab?: string | string[] }>;
};

export default async function VisitPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const organizationId = decodeId("org", id);
  if (organizationId === undefined) notFound();
  const reason = reasonInput.safeParse(query.reason);
  const here = `/console/organizations/${id}`;
  if (!reason.success) redirect(here);
  const door = await consolePage({ organizationId, reason: reason.data });
  const organization = await door.run(visitOrganization, {});
  const tab = visitedTab(query.tab);
  const href = (name: string) => `${here}/visit?${new URLSearchParams({ reason: reason.data, tab: name })}`;
  return (
    <>
      <PageHeader
        title={organization.name}
        trail={[
          { label: "Organizations", href: "/console/organizations" },
          { label: "Facts", href: here },
        ]}
        actions={
          <Link href={here} className={buttonStyles()}>
            <X />
            End the visit
          </Link>
        }
      />
      <Callout tone="warning" title="You are visiting, read only" className="mb-5">
        Its owner and admins see that you looked, and why: “{reason.data}”
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
      <Visited tab={tab} door={door} settings={organization} />
    </>
  );
}
