import type { MailTemplate } from "@/lib/mail/template";
import { activation } from "@/lib/mail/templates/joining";
import { requestApproved, requestRejected } from "@/lib/mail/templates/requests";
import type { Letter, Letters } from "./rules";

type Organization = { name: string; slug: string; timeZone: string };

const week = 7 * 24 * 60 * 60 * 1000;

/** What a decision tells the person, from the mail itself, with `{name}` and `{role}` left open. */
export function letters({ name, slug, timeZone }: Organization): Letters {
  const common = { organization: { name, slug }, name: "{name}", role: "{role}", timeZone };
  const expiresAt = new Date(Date.now() + week);
  return {
    joined: letter(requestApproved, common),
    waiting: letter(activation, { ...common, link: "https://berth.example/activate", expiresAt }),
    rejected: letter(requestRejected, { ...common, reason: "{reason}" }),
  };
}

function letter(template: MailTemplate, props: Record<string, unknown>): Letter {
  const pages = { root: (path: string) => path, of: (_: unknown, path: string) => path };
  const { subject, paragraphs, action } = template.write(template.props.parse(props), pages);
  return { subject, paragraphs, button: action.label };
}
