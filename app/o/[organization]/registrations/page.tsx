import { StandIns } from "@/components/delegations/stand-ins";
import { RegistrationDesk } from "@/components/registrations/registration-desk";
import { ExportLink } from "@/components/sheets/export-link";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { openBeside, runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { listDelegations, listStandInChoices } from "@/lib/delegations/operations";
import { env } from "@/lib/env";
import { rootLink } from "@/lib/hosts";
import { decodeId } from "@/lib/ids";
import { findRoom } from "@/lib/plans/operations";
import { letters } from "@/lib/registrations/letters";
import {
  countRegistrations,
  findRegistration,
  listRegistrations,
  listRolesToGive,
} from "@/lib/registrations/operations";
import { requestState } from "@/lib/registrations/schema";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Registrations" };

type Props = { params: Promise<{ organization: string }>; searchParams: SearchParams };

/** The queue, alone or with one request open beside it. */
export default async function RegistrationsPage({ params, searchParams }: Props) {
  const [{ organization: slug }, query, door, open] = await Promise.all([
    params,
    searchParams,
    organizationPage(params),
    openBeside("/registrations", searchParams),
  ]);
  const state = requestState.catch("pending").parse(query.state);
  const order = typeof query.sort === "string" || state === "pending" ? {} : { sort: "-decided_at" };
  const [list, counts, options, seats, detail, { organization, permissions }, delegations, choices] = await Promise.all(
    [
      runList(door, listRegistrations, searchParams, order),
      door.run(countRegistrations, {}),
      door.runIfAllowed(listRolesToGive, {}),
      door.run(findRoom, { limit: "max_users" }),
      open && decodeId("reg", open.id) ? door.runIfFound(findRegistration, { id: open.id }) : null,
      organizationShell(slug),
      door.run(listDelegations, {}),
      door.runIfAllowed(listStandInChoices, {}),
    ],
  );
  const total = query.q || query.due ? undefined : counts[state];
  return (
    <>
      <PageHeader
        title="Registrations"
        description="People who ask to join. Approve with a role, or reject with a reason."
        actions={permissions.includes("data.export") && <ExportLink address="/registrations/export" />}
      />
      <Tabs
        label="State"
        current={`/registrations?state=${state}`}
        tabs={[
          { href: "/registrations?state=pending", label: "Pending", count: counts.pending },
          { href: "/registrations?state=approved", label: "Approved", count: counts.approved },
          { href: "/registrations?state=rejected", label: "Rejected", count: counts.rejected },
        ]}
      />
      <StandIns
        delegations={delegations}
        choices={choices}
        organizationId={organization.id}
        timeZone={organization.timeZone}
      />
      <RegistrationDesk
        key={state}
        state={state}
        rows={list.data}
        nextCursor={list.next_cursor}
        detail={detail}
        organizationId={organization.id}
        timeZone={organization.timeZone}
        deciding={options && { ...options, organizationId: organization.id, letters: letters(organization), seats }}
        total={total}
        inboxHref={rootLink(env().rootUrl, "/notifications")}
      />
    </>
  );
}
