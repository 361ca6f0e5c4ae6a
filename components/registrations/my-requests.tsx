import { WithdrawRequest } from "@/components/registrations/withdraw-request";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import { organizationLink } from "@/lib/hosts";
import type { MyRequest } from "@/lib/registrations/schema";

type MyRequestsProps = { requests: MyRequest[]; rootUrl: URL; timeZone?: string };

/** The requester's side: what became of each request, and a way to take a pending one back. Nothing without requests. */
export function MyRequests({ requests, rootUrl, timeZone = "UTC" }: MyRequestsProps) {
  if (requests.length === 0) return null;
  return (
    <Card title="Your requests" description="Organizations that you asked to join." padded={false}>
      <ul className="divide-y">
        {requests.map((request) => {
          const { tone, label } = stateOf(request);
          return (
            <li key={request.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
              <OrganizationMark name={request.organization} slug={request.slug} size="sm" />
              <div className="min-w-0 flex-1 basis-52">
                <p className="break-words font-medium">{request.organization}</p>
                <p className="text-muted text-table">
                  Asked <RelativeTime value={request.createdAt} timeZone={timeZone} />
                </p>
                {request.note && <p className="mt-1 break-words border-l-2 pl-3 text-table">{request.note}</p>}
              </div>
              <StatusDot tone={tone} label={label} />
              {request.state === "pending" && <WithdrawRequest id={request.id} organization={request.organization} />}
              {request.joinedAt && (
                <a href={organizationLink(rootUrl, request.slug, "/")} className={buttonStyles({ size: "sm" })}>
                  Open
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function stateOf({ state, closedAs, roleName }: MyRequest): { tone: Tone; label: string } {
  if (closedAs === "taken_back") return { tone: "danger", label: "Approval taken back" };
  if (state === "pending") return { tone: "warning", label: "Waiting for approval" };
  if (state === "approved") return { tone: "positive", label: `Approved as ${roleName ?? "member"}` };
  if (closedAs === "withdrawn") return { tone: "neutral", label: "Withdrawn by you" };
  if (closedAs === "overdue") return { tone: "neutral", label: "Closed, nobody decided" };
  return { tone: "danger", label: "Declined" };
}
