import Link from "next/link";
import { WithdrawRequest } from "@/components/registrations/withdraw-request";
import { buttonStyles } from "@/components/ui/button-styles";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { withdrawByLinkAction } from "@/lib/registrations/actions";
import { askerStatus } from "@/lib/registrations/rules";
import type { MyRequest } from "@/lib/registrations/schema";

type RequestStatusProps = { request: MyRequest; openHref: string };

/** Where a request stands, for the person who waits, and what can be done next. */
export function RequestStatus({ request, openHref }: RequestStatusProps) {
  const { tone, label, words, next } = askerStatus(request);
  return (
    <div className="space-y-5">
      <div>
        <StatusDot tone={tone} label={label} className="font-medium text-base" />
        <p className="mt-1 text-muted">{words}</p>
      </div>
      {request.note && <p className="whitespace-pre-line break-words border-l-2 pl-3">{request.note}</p>}
      <DescriptionList
        items={[
          { label: "Waiting since", value: <RelativeTime value={request.createdAt} /> },
          ...(request.state === "pending" && request.dueAt
            ? [{ label: "Answer expected", value: <RelativeTime value={request.dueAt} /> }]
            : []),
          ...(request.decidedAt ? [{ label: "Answered", value: <RelativeTime value={request.decidedAt} /> }] : []),
          ...(request.message ? [{ label: "Your message", value: request.message }] : []),
        ]}
      />
      <div className="flex flex-wrap gap-2">
        {next === "withdraw" && (
          <WithdrawRequest id={request.id} organization={request.organization} action={withdrawByLinkAction} />
        )}
        {next === "open" && (
          <a href={openHref} className={buttonStyles({ variant: "primary" })}>
            Open {request.organization}
          </a>
        )}
        {next === "again" && (
          <Link href={`/request-access?organization=${request.slug}`} className={buttonStyles({ variant: "primary" })}>
            Ask again
          </Link>
        )}
      </div>
    </div>
  );
}
