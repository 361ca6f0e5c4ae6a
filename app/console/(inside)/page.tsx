import Link from "next/link";
import { jobLabels } from "@/components/console/labels";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { consolePage } from "@/lib/access/page-door";
import { appVersion } from "@/lib/console/app-version";
import { platformHealth } from "@/lib/console/operations";

export const metadata = { title: "Overview" };

export default async function ConsolePage() {
  const door = await consolePage();
  const { health, migrations } = await door.run(platformHealth, {});
  const states = health.organizations ?? {};
  const failed = health.queues.filter(({ state }) => state === "failed");
  const numbers = [
    { label: "Active organizations", value: states.active ?? 0, href: "/console/organizations?state=active" },
    { label: "Suspended", value: states.suspended ?? 0, href: "/console/organizations?state=suspended" },
    { label: "People", value: health.users, href: "/console/users" },
    { label: "Live sessions", value: health.live_sessions },
  ];
  return (
    <>
      <PageHeader title="Overview" description="The installation as a whole. What you open here is on the record." />
      {failed.map(({ mail, n }) => (
        <Callout
          key={String(mail)}
          tone="danger"
          className="mb-4"
          actions={
            <Link className="font-medium underline" href={`/console/${mail ? "mail" : "jobs"}?state=failed`}>
              See what went wrong
            </Link>
          }
        >
          {n.toLocaleString("en")} {mail ? (n === 1 ? "mail" : "mails") : n === 1 ? "job" : "jobs"} failed and wait for
          you.
        </Callout>
      ))}
      <ul className="mb-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
        {numbers.map(({ label, value, href }) => (
          <li key={label} className="rounded-surface border bg-surface px-4 py-3">
            <p className="text-muted text-table">
              {href ? (
                <Link href={href} className="hover:underline">
                  {label}
                </Link>
              ) : (
                label
              )}
            </p>
            <p className="mt-1 font-semibold text-2xl tabular-nums">{value.toLocaleString("en")}</p>
          </li>
        ))}
      </ul>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card
          title="Queues"
          description={`${health.done_today.toLocaleString("en")} jobs and mails done in the last 24 hours.`}
        >
          {health.queues.length === 0 ? (
            <p className="text-muted">Nothing waits.</p>
          ) : (
            <ul className="space-y-2">
              {health.queues.map(({ mail, state, n, oldest }) => (
                <li key={`${mail}${state}`} className="flex flex-wrap items-center justify-between gap-x-4">
                  <span className="flex items-center gap-3">
                    {mail ? "Mail" : "Jobs"} <StatusDot {...jobLabels[state]} />
                  </span>
                  <span className="text-muted">
                    {n.toLocaleString("en")}, oldest <RelativeTime value={oldest} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card title="Versions">
          <DescriptionList
            items={[
              { label: "Berth", value: appVersion() },
              { label: "Node", value: process.versions.node },
              { label: "PostgreSQL", value: health.postgres },
              { label: "Newest migration", value: migrations[0]?.name },
              { label: "Applied", value: migrations[0] && <RelativeTime value={migrations[0].applied_at} /> },
              { label: "Super admins", value: health.super_admins },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
