import type { z } from "zod";
import type { MailOrganization } from "./fields";

/** What a mail says. The layout and the text twin are made from it, so that both always say the same. */
export type MailContent = {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** Words of another person, set apart as theirs. */
  quote?: { by: string; text: string } | undefined;
  facts?: [label: string, value: string][];
  action: { label: string; link: string };
  /** What to do where it was not them, or until when the link works. */
  afterword?: string;
  /** Why this address got it; ends every mail. */
  why: string;
  organization?: MailOrganization;
};

export type MailTemplate<Props extends z.ZodType = z.ZodType> = {
  props: Props;
  write(props: z.output<Props>): MailContent;
};

export function mailTemplate<Props extends z.ZodType>(
  props: Props,
  write: (props: z.output<Props>) => MailContent,
): MailTemplate<Props> {
  return { props, write };
}
