import { render } from "@react-email/render";
import { organizationLink, rootLink } from "@/lib/hosts";
import { MailLayout } from "./layout";
import { type MailTemplateName, type MailTemplates, mailTemplates } from "./registry";
import type { MailContent, MailDress, MailPages, MailTemplate } from "./template";
import { textTwin } from "./text-twin";
import { subjectLine } from "./words";

/** A link leads away from this installation. */
export class ForeignLinkError extends Error {
  override readonly name = "ForeignLinkError";
}

export type RenderedMail = { subject: string; html: string; text: string };

/**
 * Renders one mail. The same props give the same bytes, so that a repeated delivery is the same message.
 * Throws ZodError for wrong props, and {@link ForeignLinkError} for a link that leads away from `rootUrl` and its subdomains.
 */
export async function renderMail<Name extends MailTemplateName>(
  template: Name,
  props: MailTemplates[Name],
  { rootUrl, dress = {} }: { rootUrl: URL; dress?: MailDress },
): Promise<RenderedMail> {
  const { props: schema, write }: MailTemplate = mailTemplates[template];
  const content = write(schema.parse(props), pagesOf(rootUrl));
  assertOwnLinks(content, rootUrl);
  return {
    subject: subjectLine(content.subject),
    html: await render(<MailLayout content={content} dress={dress} />),
    text: textTwin(content),
  };
}

function pagesOf(rootUrl: URL): MailPages {
  const root = (path: string) => rootLink(rootUrl, path);
  return {
    root,
    of: ({ slug }, path) => (slug ? organizationLink(rootUrl, slug, path) : root("/organizations")),
  };
}

function assertOwnLinks({ action }: MailContent, rootUrl: URL): void {
  const { protocol, hostname, port, username } = new URL(action.link);
  const ownHost = hostname === rootUrl.hostname || hostname.endsWith(`.${rootUrl.hostname}`);
  if (!ownHost || protocol !== rootUrl.protocol || port !== rootUrl.port || username !== "") {
    throw new ForeignLinkError(`A mail may only link to ${rootUrl.host} and its organizations, not to ${hostname}.`);
  }
}
