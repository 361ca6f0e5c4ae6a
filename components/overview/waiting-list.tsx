import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import { relativeText } from "@/components/ui/time-text";
import type { Ownership } from "@/lib/settings/schema";
import type { Waiting } from "@/lib/shell/facts";

type Matter = { href: string; icon: IconName; title: string; detail: string };

type WaitingListProps = { waiting: Waiting; offer: Offer | undefined; now: Date };
type Offer = NonNullable<Ownership["offer"]>;

/** What needs the acting person now; a friendly line where nothing does. */
export function WaitingList({ waiting, offer, now }: WaitingListProps) {
  const matters = [...(offer ? [offerMatter(offer, now)] : []), ...mattersOf(waiting, now)];
  return (
    <Card title="Waiting for you" padded={false}>
      {matters.length === 0 ? (
        <p className="px-5 py-6 text-muted">
          Nothing waits for you. Requests, ending invitations, failing mail and webhooks appear here.
        </p>
      ) : (
        <ul className="divide-y">
          {matters.map(({ href, icon, title, detail }) => (
            <li key={title}>
              <Link href={href} className="flex items-center gap-3 px-5 py-3 -outline-offset-2 hover:bg-hover">
                <span className="grid size-8 shrink-0 place-items-center rounded-control bg-warning-soft text-warning">
                  <Icon name={icon} className="size-4" />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{title}</span>
                  <span className="block text-muted text-table">{detail}</span>
                </span>
                <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function offerMatter({ from, expiresAt }: Offer, now: Date): Matter {
  return {
    href: "/settings/ownership",
    icon: "security",
    title: `${from} offers you the ownership`,
    detail: `Accept or decline. The offer ends ${relativeText(expiresAt, now)}.`,
  };
}

function mattersOf(waiting: Waiting, now: Date): Matter[] {
  const { requests = 0, oldestRequest, expiring = 0, failingMail = 0, failingWebhooks = 0 } = waiting;
  const matters: Matter[] = [];
  if (requests > 0)
    matters.push({
      href: "/registrations",
      icon: "registration",
      title: requests === 1 ? "1 person asks to join" : `${requests} people ask to join`,
      detail: oldestRequest ? `The first one asked ${relativeText(new Date(oldestRequest), now)}` : "Approve or reject",
    });
  if (expiring > 0)
    matters.push({
      href: "/invitations",
      icon: "invitation",
      title: expiring === 1 ? "1 invitation ends soon" : `${expiring} invitations end soon`,
      detail: "Unused, and over within 12 hours. Send them again to keep them open.",
    });
  if (failingMail > 0)
    matters.push({
      href: "/invitations",
      icon: "mail",
      title: failingMail === 1 ? "1 mail could not be delivered" : `${failingMail} mails could not be delivered`,
      detail: "Check the addresses that you invited in the last 30 days.",
    });
  if (failingWebhooks > 0)
    matters.push({
      href: "/webhooks",
      icon: "webhook",
      title: failingWebhooks === 1 ? "1 webhook is failing" : `${failingWebhooks} webhooks are failing`,
      detail: "What happens here does not arrive there. See what was answered, then send it again.",
    });
  return matters;
}
