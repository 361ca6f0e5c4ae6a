"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { AddressFacts } from "@/components/registrations/address-facts";
import type { Act } from "@/components/registrations/decide-dialog";
import { DecisionState } from "@/components/registrations/decision-state";
import { DueTime } from "@/components/registrations/due-time";
import { Button } from "@/components/ui/button";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import type { Room } from "@/lib/plans/schema";
import { decisionInWords, isPublicMailDomain, mailDomain } from "@/lib/registrations/rules";
import type { Registration, RegistrationDetail } from "@/lib/registrations/schema";

/** What the list knows stands at once; the rest comes after it. */
type Shown = Registration & Partial<RegistrationDetail>;

type RegistrationPanelProps = {
  detail: Shown;
  closeHref: string;
  timeZone: string;
  organizationId: string;
  onDecide: ((act: Act) => void) | undefined;
  seats: Room | undefined;
};

export function RegistrationPanel(props: RegistrationPanelProps) {
  const { detail, closeHref, timeZone, organizationId, onDecide, seats } = props;
  const time = (value: Date) => <RelativeTime value={value} timeZone={timeZone} />;
  return (
    <section
      aria-label={`Request of ${detail.name}`}
      className="min-w-0 rounded-surface border bg-surface lg:sticky lg:top-20"
    >
      <header className="flex items-start justify-between gap-3 px-5 pt-4">
        <div className="min-w-0">
          <h2 className="break-words font-semibold text-base">{detail.name}</h2>
          <AddressFacts {...detail} wrap />
        </div>
        <IconButton label="Close" size="sm" render={<Link href={closeHref} scroll={false} />}>
          <X />
        </IconButton>
      </header>
      <div className="space-y-5 px-5 py-4">
        {detail.state === "pending" && onDecide && (
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" onClick={() => onDecide("approve")}>
              Approve <Kbd className="max-sm:hidden">A</Kbd>
            </Button>
            <Button onClick={() => onDecide("reject")}>
              Reject <Kbd className="max-sm:hidden">R</Kbd>
            </Button>
          </div>
        )}
        {detail.state !== "pending" && (
          <DecisionState
            detail={detail}
            time={time}
            organizationId={organizationId}
            mayResend={onDecide !== undefined}
            seats={seats}
          />
        )}
        <div>
          <h3 className="mb-1 font-medium">Message</h3>
          {detail.message ? (
            <p className="whitespace-pre-line break-words border-l-2 pl-3">{detail.message}</p>
          ) : (
            <p className="text-muted">They wrote none.</p>
          )}
        </div>
        <DescriptionList items={factsOf(detail, time, timeZone)} />
        {detail.earlier && detail.earlier.length > 0 && (
          <div>
            <h3 className="mb-2 font-medium">Earlier requests</h3>
            <ul className="space-y-1.5">
              {detail.earlier.map((earlier) => (
                <li key={earlier.id} className="flex flex-wrap justify-between gap-x-3">
                  <Link href={`?open=${earlier.id}`} scroll={false} className="underline underline-offset-2">
                    {decisionInWords(earlier)}
                  </Link>
                  <span className="text-muted text-table">{time(earlier.createdAt)}</span>
                  {earlier.note && <p className="w-full break-words text-muted">{earlier.note}</p>}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h3 className="mb-2 font-medium">History</h3>
          <Timeline
            items={(detail.history ?? []).map(({ id, title, actor, at }) => ({
              id: String(id),
              title,
              body: actor,
              time: time(at),
              tone:
                title === "Rejected" || title === "Approval taken back"
                  ? "danger"
                  : title === "Became a member"
                    ? "positive"
                    : "neutral",
            }))}
          />
        </div>
      </div>
    </section>
  );
}

function factsOf(detail: Shown, time: (value: Date) => React.ReactNode, timeZone: string): Fact[] {
  const domain = mailDomain(detail.email);
  return [
    { label: "Asked", value: time(detail.createdAt) },
    ...(detail.state === "pending"
      ? [{ label: "Due", value: <DueTime value={detail.dueAt} timeZone={timeZone} /> }]
      : []),
    ...(detail.remindedAt ? [{ label: "Reminder sent", value: time(detail.remindedAt) }] : []),
    ...(detail.escalatedAt ? [{ label: "Sent to the owner", value: time(detail.escalatedAt) }] : []),
    ...(detail.repeats > 0
      ? [
          {
            label: "Asked again",
            value: (
              <>
                {`${detail.repeats} times, last `}
                {time(detail.updatedAt)}
              </>
            ),
          },
        ]
      : []),
    {
      label: "Account",
      value: detail.accountSince ? <>Verified, since {time(detail.accountSince)}</> : "None with this address yet",
    },
    {
      label: "Domain",
      value: isPublicMailDomain(domain)
        ? `${domain}, a public mail provider`
        : detail.domainMatches > 0
          ? `${domain}, as ${detail.domainMatches === 1 ? "one member" : `${detail.domainMatches} members`} here`
          : `${domain}, as nobody here`,
    },
    { label: "From", value: detail.history ? (detail.networkAddress ?? "Unknown") : "…" },
    { label: "Earlier requests", value: String(detail.earlierRequests) },
  ];
}
