import { WithdrawRequest } from "@/components/registrations/withdraw-request";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { organizationLink } from "@/lib/hosts";
import { askerStatus } from "@/lib/registrations/rules";
import type { MyRequest } from "@/lib/registrations/schema";

type MyRequestsProps = { requests: MyRequest[]; rootUrl: URL; timeZone?: string };

/** The requester's side: what became of each request, and a way to take a pending one back. Nothing without requests. */
export function MyRequests({ requests, rootUrl, timeZone = "UTC" }: MyRequestsProps) {
  if (requests.length === 0) return null;
  return (
    <Card title="Your requests" description="Organizations that you asked to join." padded={false}>
      <ul className="divide-y">
        {requests.map((request) => {
          const { tone, label, words, next } = askerStatus(request);
          return (
            <li key={request.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
              <OrganizationMark name={request.organization} slug={request.slug} size="sm" />
              <div className="min-w-0 flex-1 basis-52">
                <p className="break-words font-medium">{request.organization}</p>
                <p className="text-muted text-table">
                  {request.state === "pending" ? "Waiting since" : "Asked"}{" "}
                  <RelativeTime value={request.createdAt} timeZone={timeZone} />
                  {request.state === "pending" && request.dueAt && (
                    <>
                      , answer expected <RelativeTime value={request.dueAt} timeZone={timeZone} />
                    </>
                  )}
                </p>
                <p className="text-muted text-table">{words}</p>
                {request.note && <p className="mt-1 break-words border-l-2 pl-3 text-table">{request.note}</p>}
              </div>
              <StatusDot tone={tone} label={label} />
              {next === "withdraw" && <WithdrawRequest id={request.id} organization={request.organization} />}
              {next === "open" && (
                <a href={organizationLink(rootUrl, request.slug, "/")} className={buttonStyles({ size: "sm" })}>
                  Open
                </a>
              )}
              {next === "again" && (
                <a href={`/request-access?organization=${request.slug}`} className={buttonStyles({ size: "sm" })}>
                  Ask again
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
