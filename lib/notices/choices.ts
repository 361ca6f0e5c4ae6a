/** What people are told about, in the order of the page; `guard.notice_kinds` holds the same and what applies at first. */
export const noticeKinds = {
  "registration.waiting": { label: "New requests to join", help: "For those who decide on them." },
  "registration.due": { label: "Requests that are due", help: "One reminder for each request." },
  "registration.escalated": { label: "Requests that nobody decided on", help: "For the owner." },
  "registration.lapsed": { label: "Approvals that lapsed", help: "Somebody must approve again." },
  delegation: { label: "Standing in", help: "When somebody names you, and when it ends." },
  member_joined: { label: "People who joined", help: "For those who manage members or invited them." },
  "webhook.disabled": { label: "Webhooks that were disabled", help: "For those who see to webhooks." },
  "plan.limit": {
    label: "Limits of the plan",
    help: "For the owner, at four fifths and when nothing is left. For those who manage members, when somebody finds no seat.",
  },
  "permission.asked": { label: "Permissions that somebody asks for", help: "For those who can give them." },
  ownership: { label: "Ownership", help: "Offers and changes. These mails always come." },
  group: { label: "Groups", help: "Requests to join a group, and what became of yours." },
  support: {
    label: "Visits of Berth support",
    help: "When somebody of the platform acts as a member. These always come.",
  },
  retention: { label: "Shorter audit trail", help: "For those who could object. These always come." },
  "registration.approved": { label: "Your own requests", help: "These mails always come." },
} as const satisfies Record<string, { label: string; help: string }>;

export type NoticeKind = keyof typeof noticeKinds;

export const mailChoices = [
  { value: "now", label: "At once" },
  { value: "digest", label: "In the daily digest" },
  { value: "off", label: "Off" },
] as const;
