import type { z } from "zod";
import type { MailOrganization } from "./fields";

/** What a mail says. The layout and the text twin are made from it, so that both always say the same. */
export type MailContent = {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** Words of another person, set apart as theirs. */
  quote?: { by: string; text: string } | undefined;
  /** What is not known is left out. */
  facts?: [label: string, value: string | null | undefined][];
  action: { label: string; link: string };
  /** What to do where it was not them, or until when the link works. */
  afterword?: string;
  /** Why this address got it; ends every mail. */
  why: string;
  organization?: MailOrganization;
};

/** The organization's colour, and the Content-ID of its logo where the mail carries one (RFC 2392). */
export type MailDress = { accent?: string | undefined; logoId?: string | undefined };

export type MailTemplate<Props extends z.ZodType = z.ZodType> = {
  props: Props;
  write(props: z.output<Props>, pages: MailPages): MailContent;
};

/** Addresses of pages without a secret, for mails whose sender in the database knows no addresses. */
export type MailPages = {
  root(path: string): string;
  /** The organization's own page, or the list of my organizations where its slug is not known. */
  of(organization: MailOrganization, path: string): string;
};

export function mailTemplate<Props extends z.ZodType>(
  props: Props,
  write: (props: z.output<Props>, pages: MailPages) => MailContent,
): MailTemplate<Props> {
  return { props, write };
}

export function knownFacts({ facts = [] }: MailContent): [label: string, value: string][] {
  return facts.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []));
}
