import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { tileColour } from "@/lib/colour";
import { logosOf } from "@/lib/look/rules";
import type { MyOrganization } from "@/lib/organizations/mine";

type OrganizationCardProps = { organization: MyOrganization; href: string; unread: number };

/** One of mine. The whole card leads into it. */
export function OrganizationCard({ organization, href, unread }: OrganizationCardProps) {
  const { name, slug, state, plan, seats, seatsUsed, roleName, members, requests, accent } = organization;
  const { logo, logoDark } = logosOf(organization);
  return (
    <article className="relative flex min-w-0 flex-col gap-4 rounded-surface border bg-surface p-5 hover:border-control has-focus-visible:outline-2 has-focus-visible:outline-ring">
      <div className="flex items-start gap-3">
        <OrganizationMark
          name={name}
          slug={slug}
          src={logo}
          darkSrc={logoDark}
          tile={accent ? tileColour(accent) : undefined}
        />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold text-base">
            <a href={href} className="outline-none after:absolute after:inset-0">
              {name}
            </a>
          </h2>
          <p className="truncate text-muted text-table">{href.replace(/^https?:\/\/|\/$/g, "")}</p>
        </div>
        {state === "suspended" && <Badge tone="danger">Suspended</Badge>}
        {requests > 0 && <Badge tone="warning">{requests === 1 ? "1 request" : `${requests} requests`}</Badge>}
      </div>
      <DescriptionList
        items={[
          { label: "Your role", value: roleName },
          { label: "Plan", value: plan },
          ...(unread > 0 ? [{ label: "Unread", value: unread.toLocaleString("en") }] : []),
          seats === null || seatsUsed === null
            ? { label: "Members", value: members.toLocaleString("en") }
            : { label: "Seats in use", value: `${seatsUsed.toLocaleString("en")} of ${seats.toLocaleString("en")}` },
        ]}
      />
    </article>
  );
}
