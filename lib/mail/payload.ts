import { z } from "zod";
import { seal, unseal } from "@/lib/seal";
import { recipient } from "./fields";
import type { MailTemplateName, MailTemplates } from "./registry";

const payload = z.object({
  template: z.string(),
  to: recipient,
  props: z.record(z.string(), z.unknown()).default({}),
  sealed: z.string().nullish(),
});

export type MailPayload = z.output<typeof payload>;

export type Mail<Name extends MailTemplateName, Secret extends keyof MailTemplates[Name]> = {
  template: Name;
  to: string;
  props: Omit<MailTemplates[Name], Secret>;
  /** What nobody may read in the queue, above all the link. */
  secrets: Pick<MailTemplates[Name], Secret>;
};

/** The payload of a `mail.send` job. Throws ZodError where `to` is not exactly one plain address. */
export function mailPayload<Name extends MailTemplateName, Secret extends keyof MailTemplates[Name]>(
  secret: string,
  { template, to, props, secrets }: Mail<Name, Secret>,
): MailPayload {
  return payload.parse({ template, to, props, sealed: sealed(secret, template, to, secrets) });
}

/** Only the sealed part, for a database function that writes the job itself. It opens for this template and `to` only. */
export function sealMailSecrets<Name extends MailTemplateName>(
  secret: string,
  { template, to, secrets }: { template: Name; to: string; secrets: Partial<MailTemplates[Name]> },
): string {
  return sealed(secret, template, to, secrets);
}

/** Parses a payload and merges what was sealed into its props. */
export function openMailPayload(secret: string, given: unknown): Omit<MailPayload, "sealed"> {
  const { template, to, props, sealed: closed } = payload.parse(given);
  const secrets = closed ? z.record(z.string(), z.unknown()).parse(opened(secret, template, to, closed)) : {};
  return { template, to, props: { ...props, ...secrets } };
}

function sealed(secret: string, template: string, to: string, secrets: object): string {
  return seal(secret, place(template, to), JSON.stringify(secrets));
}

function opened(secret: string, template: string, to: string, closed: string): unknown {
  return JSON.parse(unseal(secret, place(template, to), closed));
}

// The database writes addresses in this normal form; what was sealed for the typed one must open for it.
function place(template: string, to: string): string {
  return `mail|${template}|${to.normalize("NFKC").trim().toLowerCase()}`;
}
