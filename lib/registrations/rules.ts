export type RequestState = "pending" | "approved" | "rejected";
export type ClosedAs = "rejected" | "withdrawn" | "overdue" | "taken_back";

/** What a decision did to one request. */
export type Outcome = "joined" | "waiting" | "member" | "rejected" | "decided" | "missing";

// Anybody can have an address there, so a shared domain says nothing about who somebody is.
const publicMailDomains = new Set([
  "aol.com",
  "gmail.com",
  "gmx.de",
  "gmx.net",
  "googlemail.com",
  "hotmail.com",
  "icloud.com",
  "live.com",
  "mail.ru",
  "me.com",
  "msn.com",
  "outlook.com",
  "proton.me",
  "protonmail.com",
  "qq.com",
  "web.de",
  "yahoo.com",
  "yandex.ru",
]);

export function mailDomain(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

export function isPublicMailDomain(domain: string): boolean {
  return publicMailDomains.has(domain);
}

type Decided = { state: RequestState; closedAs: ClosedAs | null; decidedByName: string | null };

/** "Approved by Maria", as the queue, the panel and the second decider read it. */
export function decisionInWords({ state, closedAs, decidedByName }: Decided): string {
  const by = decidedByName ? ` by ${decidedByName}` : "";
  if (state === "pending") return "Waiting for a decision";
  if (state === "approved") return `Approved${by}`;
  if (closedAs === "withdrawn") return "Withdrawn by the requester";
  if (closedAs === "overdue") return "Closed, because nobody decided in time";
  if (closedAs === "taken_back") return `Approval taken back${by}`;
  return `Rejected${by}`;
}

/** "Approve 3 requests": the act names what it does and to how many. */
export function decideLabel(act: "approve" | "reject", count: number): string {
  const verb = act === "approve" ? "Approve" : "Reject";
  return count === 1 ? `${verb} request` : `${verb} ${count} requests`;
}

type Entry = { action: string; after: Record<string, unknown> | null };

/** What one audit entry of a request means to somebody who reads its history. */
export function historyInWords({ action, after }: Entry): string {
  if (action === "insert") return "Asked to join";
  if (action === "resent") return "Link sent again";
  if (after?.state === "approved") return "Approved";
  if (after?.state === "rejected") return closings[String(after.closed_as)] ?? "Rejected";
  if (after?.escalated_at) return "Escalated to the owner";
  if (after?.reminded_at) return "Reminder sent";
  if (after?.due_at) return "Due time moved";
  if (after?.joined_at) return "Became a member";
  if (after?.repeats) return "Asked again";
  if (after?.lapse_told_at) return "Needs another approval";
  if (after?.decided_by) return "Approved again";
  return "Changed";
}

const closings: Record<string, string> = {
  withdrawn: "Withdrawn",
  overdue: "Closed, overdue",
  taken_back: "Approval taken back",
};

const hour = 3_600_000;

/** "due in 5 h", "overdue by 2 days": how long there is to decide. `soon` within a day. */
export function dueInWords(dueAt: Date, now: Date): { words: string; state: "overdue" | "soon" | "later" } {
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0) return { words: -left < 60_000 ? "overdue" : `overdue by ${spanInWords(-left)}`, state: "overdue" };
  return { words: `due in ${spanInWords(left)}`, state: left <= 24 * hour ? "soon" : "later" };
}

function spanInWords(span: number): string {
  if (span < hour) return `${Math.max(1, Math.round(span / 60_000))} min`;
  if (span < 48 * hour) return `${Math.round(span / hour)} h`;
  return `${Math.round(span / (24 * hour))} days`;
}

export type Letter = { subject: string; paragraphs: string[]; button: string };
export type Letters = { joined: Letter; waiting: Letter; rejected: Letter };

/** What the decider reads for each request after deciding. */
export function outcomeInWords(outcome: Outcome, email: string): string {
  switch (outcome) {
    case "joined":
      return "Is a member now. A mail tells them.";
    case "waiting":
      return `Approved. A link went to ${email}; the membership begins when they use it.`;
    case "member":
      return "Was a member already. The role stays as it is.";
    case "rejected":
      return "Rejected. A mail tells them the reason.";
    default:
      return "Was decided before.";
  }
}
