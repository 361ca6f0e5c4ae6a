import { ZodError } from "zod";
import { type JobHandler, PermanentError } from "@/lib/jobs/task";
import { SealError } from "@/lib/seal";
import { DeliveryError } from "./delivery-error";
import { sealKeptMail } from "./kept-mail";
import type { MailMessage } from "./message";
import { openMailPayload } from "./payload";
import { isMailTemplate, type MailTemplateName } from "./registry";
import { ForeignLinkError, renderMail } from "./render";
import { deliver, type MailRoutes } from "./transport";

export type MailSettings = Omit<MailRoutes, "keep"> & { secret: string; mailFrom: string };

/** The handler of `mail.send`: opens the payload, renders, delivers with the job's id. */
export function sendMail(settings: MailSettings): JobHandler {
  return async ({ job, storeMail }) => {
    const message = await compose(job.id, job.payload, settings).catch(giveUpOnWrongPayload);
    let kept = false;
    const keep = async (mail: MailMessage) => {
      await storeMail(mail.to, sealKeptMail(settings.secret, mail));
      kept = true;
    };
    await deliver(message, { ...settings, keep }).catch(giveUpOnRefusal);
    return kept ? "completed" : undefined;
  };
}

async function compose(id: string, payload: unknown, settings: MailSettings): Promise<MailMessage> {
  const { template, to, props } = openMailPayload(settings.secret, payload);
  if (!isMailTemplate(template)) {
    throw new PermanentError(`There is no mail template ${template}.`);
  }
  const rendered = await renderUnchecked(template, props, settings.rootUrl);
  return { id, to, from: settings.mailFrom, ...rendered, headers: { "Auto-Submitted": "auto-generated" } };
}

// renderMail parses the props by the template's own schema, so an unproved type is safe here.
function renderUnchecked(template: MailTemplateName, props: unknown, rootUrl: URL) {
  return renderMail(template, props as never, { rootUrl });
}

function giveUpOnWrongPayload(error: unknown): never {
  if (error instanceof ZodError) {
    const places = error.issues.map((issue) => `${issue.path.join(".") || "payload"} (${issue.code})`);
    throw new PermanentError(`The mail's payload is wrong at ${places.join(", ")}.`);
  }
  if (error instanceof SealError || error instanceof ForeignLinkError) {
    throw new PermanentError(error.message);
  }
  throw error;
}

function giveUpOnRefusal(error: unknown): never {
  throw error instanceof DeliveryError && error.permanent ? new PermanentError(error.message) : error;
}
