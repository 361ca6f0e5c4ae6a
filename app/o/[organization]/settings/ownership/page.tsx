import { OfferAnswer, WithdrawOffer } from "@/components/settings/offer-answer";
import { OfferForm } from "@/components/settings/offer-form";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Avatar } from "@/components/ui/avatar";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { organizationPage } from "@/lib/access/page-door";
import { readOwnership } from "@/lib/settings/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Ownership" };

export default async function OwnershipPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const { owner, mine, offer, ended, candidates } = await door.run(readOwnership, {});
  const { organization, permissions } = await organizationShell((await params).organization);
  const until = offer && <DateTime value={offer.expiresAt} timeZone={organization.timeZone} />;
  return (
    <>
      <SettingsHead held={permissions} />
      <div className="max-w-3xl space-y-6">
        <Card title="Owner" description="Exactly one person owns an organization, always.">
          <div className="flex items-center gap-3">
            <Avatar name={owner.name} />
            <div className="min-w-0">
              <p className="font-medium">{mine ? `${owner.name} (you)` : owner.name}</p>
              <p className="truncate text-muted">{owner.email}</p>
            </div>
          </div>
        </Card>
        {offer?.forMe && (
          <Card
            title={`${offer.from} offers you the ownership`}
            description={`If you accept, you own ${organization.name} and ${offer.from} becomes an admin.`}
          >
            <p className="mb-4 text-muted">The offer stands until {until}.</p>
            <OfferAnswer organizationId={organization.id} id={offer.id} />
          </Card>
        )}
        {!offer && ended && (
          <Callout title="This offer is no longer open.">
            {ended.state === "cancelled" ? `${owner.name} withdrew it.` : "You declined it."} Nothing has changed.
          </Callout>
        )}
        {mine && offer && (
          <Card title={`Offered to ${offer.to}`} description="Nothing changes until they accept.">
            <p className="mb-4 text-muted">The offer stands until {until}.</p>
            <WithdrawOffer organizationId={organization.id} id={offer.id} />
          </Card>
        )}
        {mine && !offer && (
          <Card
            title="Transfer the ownership"
            description="You become an admin when the other person accepts. You are both told by mail."
          >
            {candidates.length > 0 ? (
              <OfferForm organizationId={organization.id} candidates={candidates} />
            ) : (
              <p className="text-muted">There is nobody else here yet. Invite the person first.</p>
            )}
          </Card>
        )}
      </div>
    </>
  );
}
