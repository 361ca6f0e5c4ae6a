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
export function outcomeInWords({
  outcome,
  email,
  noSeat,
}: {
  outcome: Outcome;
  email: string;
  noSeat: boolean;
}): string {
  switch (outcome) {
    case "joined":
      return "Is a member now. A mail tells them.";
    case "waiting":
      return noSeat
        ? `Approved. A link went to ${email}, but no seat is left: make room before they use it.`
        : `Approved. A link went to ${email}; the membership begins when they use it.`;
    case "member":
      return "Was a member already. The role stays as it is.";
    case "rejected":
      return "Rejected. A mail tells them the reason.";
    default:
      return "Was decided before.";
  }
}

/** Of somebody who is approved and not in yet: what they wait for. */
export function waitingInWords(seats?: { most: number | null; used: number | null }): string {
  const full = seats && seats.most !== null && seats.used !== null && seats.used >= seats.most;
  return `Waiting for them: the membership begins when they prove their address${full ? ", and once there is room: no seat is left" : ""}.`;
}

type AskersRequest = {
  organization: string;
  state: RequestState;
  closedAs: ClosedAs | null;
  roleName: string | null;
  joinedAt: Date | null;
};

type AskerStatus = {
  tone: "positive" | "warning" | "danger" | "neutral";
  label: string;
  words: string;
  next: "withdraw" | "open" | "again" | "wait";
};

/** Where a request stands, to the person who asked, and what they can do next. */
export function askerStatus({ organization, state, closedAs, roleName, joinedAt }: AskersRequest): AskerStatus {
  const role = roleName ?? "member";
  if (state === "pending")
    return {
      tone: "warning",
      label: "Waiting for approval",
      words: `${organization} has your request. You get a mail as soon as somebody decides.`,
      next: "withdraw",
    };
  if (state === "approved" && joinedAt)
    return { tone: "positive", label: `Approved as ${role}`, words: "You are a member now.", next: "open" };
  if (state === "approved")
    return {
      tone: "warning",
      label: `Approved as ${role}, waiting for your address`,
      words: "Open the link in the mail that says so: it proves your address, and you are in.",
      next: "wait",
    };
  const [label, words] = askerClosings[closedAs ?? "rejected"];
  return {
    tone: closedAs === "rejected" || closedAs === "taken_back" ? "danger" : "neutral",
    label,
    words,
    next: "again",
  };
}

const askerClosings: Record<ClosedAs, [label: string, words: string]> = {
  rejected: ["Declined", "The reason stands below. You can ask again, for example with more about yourself."],
  withdrawn: ["Withdrawn by you", "You took this request back. You can ask again at any time."],
  overdue: ["Closed, nobody decided in time", "Nobody answered in time, so it ran out. You can ask again."],
  taken_back: ["Approval taken back", "You had not joined yet, so there is nothing to leave. You can ask again."],
};
