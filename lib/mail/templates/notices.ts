import { z } from "zod";
import { instant, link, message, name, organization, timeZone } from "../fields";
import { mailTemplate } from "../template";
import { timeInWords } from "../words";

const path = z
  .string()
  .regex(/^\/(?!\/)/)
  .nullish();
const choose = "Choose what you get on the page of your notifications.";

const buttons: [start: string, label: string][] = [
  ["/registrations/", "See the request"],
  ["/registrations", "See the requests"],
  ["/settings/plan", "See plan and use"],
  ["/settings/ownership", "See who owns it"],
  ["/webhooks/", "See the webhook"],
  ["/members/", "See the member"],
  ["/members", "See the members"],
  ["/access", "See your access"],
  ["/audit", "See the audit trail"],
  ["/group", "See the group"],
];

/** A button says where it leads. */
function buttonTo(path: string, organization: string): string {
  if (path === "/") return `Open ${organization}`;
  return buttons.find(([start]) => path.startsWith(start))?.[1] ?? "See more";
}

/** A notice as a mail, where no template of its own says more. */
export const notice = mailTemplate(
  z.object({ organization, title: name, body: message.nullish(), path, link: link.nullish(), timeZone }),
  ({ organization, title, body, path, link }, pages) => ({
    organization,
    subject: `${title} (${organization.name})`,
    heading: title,
    paragraphs: body ? [body] : [],
    action: {
      label: path ? buttonTo(path, organization.name) : "See your notifications",
      link: link ?? pages.of(organization, path ?? "/notifications"),
    },
    why: `You get this because mails of this kind are on for you in ${organization.name}. ${choose}`,
  }),
);

/** To the owner: somebody of the platform acts inside. */
export const support = mailTemplate(
  z.object({ organization, title: name, body: message, link: link.nullish(), timeZone }),
  ({ organization, title, body, link }, pages) => ({
    organization,
    subject: `${title} (${organization.name})`,
    heading: title,
    paragraphs: [body, "You see it on the page of members while it lasts, and can end it there."],
    action: { label: "See the members", link: link ?? pages.of(organization, "/members") },
    afterword: "All that is seen and done is in the audit trail, with both names.",
    why: `You get this because you own ${organization.name}. These mails always come.`,
  }),
);

export const digest = mailTemplate(
  z.object({
    organization,
    name,
    amount: z.number().int().positive(),
    items: z.array(z.object({ title: name, at: instant })).max(30),
    timeZone,
    link: link.nullish(),
  }),
  ({ organization, name, amount, items, timeZone, link }, pages) => ({
    organization,
    subject: `${amount === 1 ? "1 notification" : `${amount} notifications`} from ${organization.name}`,
    heading: "What happened since yesterday",
    paragraphs: [
      `Hello ${name},`,
      ...(amount > items.length ? [`These are the newest ${items.length} of ${amount}.`] : []),
    ],
    facts: items.map(({ title, at }) => [timeInWords(at, timeZone), title]),
    action: { label: "See all", link: link ?? pages.of(organization, "/notifications?show=unread") },
    why: `You get this because you chose a daily digest in ${organization.name}. ${choose}`,
  }),
);

export const standIn = mailTemplate(
  z.object({
    organization,
    name,
    giver: name,
    startsAt: instant,
    endsAt: instant,
    note: message.nullish(),
    timeZone,
    link: link.nullish(),
  }),
  ({ organization, name, giver, startsAt, endsAt, note, timeZone, link }, pages) => ({
    organization,
    subject: `You stand in for ${giver} at ${organization.name}`,
    heading: `You stand in for ${giver}`,
    paragraphs: [
      `Hello ${name},`,
      `${giver} will be away. For that time you decide on requests to join ${organization.name}.`,
    ],
    facts: [
      ["From", timeInWords(startsAt, timeZone)],
      ["Until", timeInWords(endsAt, timeZone)],
    ],
    quote: note ? { by: giver, text: note } : undefined,
    action: { label: "Open the queue", link: link ?? pages.of(organization, "/registrations") },
    afterword: "If this does not suit you, end it on the page of registrations.",
    why: `You get this because ${giver} named you as the stand-in.`,
  }),
);
