import { ZodError } from "zod";
import { type JobHandler, type LeasedJob, PermanentError } from "@/lib/jobs/task";
import { SealError } from "@/lib/seal";
import { DeliveryError } from "./delivery-error";
import { sealKeptMail } from "./kept-mail";
import type { MailMessage } from "./message";
import { openMailPayload } from "./payload";
import { isMailTemplate, type MailTemplateName } from "./registry";
import { ForeignLinkError, renderMail } from "./render";
import { deliver, type MailRoutes } from "./transport";

/** How the organization of a job looks. The logo travels with the mail: nobody has to sign in to see it. */
export type LookOf = (job: LeasedJob) => Promise<{ accent: string | undefined; logo: Buffer | undefined } | null>;

export type MailSettings = Omit<MailRoutes, "keep"> & { secret: string; mailFrom: string; lookOf?: LookOf };

const logoId = "logo@berth";

/** The handler of `mail.send`: opens the payload, renders, delivers with the job's id. */
export function sendMail(settings: MailSettings): JobHandler {
  return async ({ job, storeMail }) => {
    const message = await compose(job, settings).catch(giveUpOnWrongPayload);
    let kept = false;
    const keep = async (mail: MailMessage) => {
      await storeMail(mail.to, sealKeptMail(settings.secret, mail));
      kept = true;
    };
    await deliver(message, { ...settings, keep }).catch(giveUpOnRefusal);
    return kept ? "completed" : undefined;
  };
}

async function compose(job: LeasedJob, settings: MailSettings): Promise<MailMessage> {
  const { template, to, props } = openMailPayload(settings.secret, job.payload);
  if (!isMailTemplate(template)) {
    throw new PermanentError(`There is no mail template ${template}.`);
  }
  const look = await settings.lookOf?.(job);
  const rendered = await renderUnchecked(template, props, {
    rootUrl: settings.rootUrl,
    dress: { accent: look?.accent, logoId: look?.logo && logoId },
  });
  const shown = look?.logo && rendered.html.includes(`cid:${logoId}`);
  return {
    id: job.id,
    to,
    from: settings.mailFrom,
    ...rendered,
    headers: { "Auto-Submitted": "auto-generated" },
    ...(shown && look?.logo
      ? { pictures: [{ id: logoId, name: "logo.png", contentType: "image/png", bytes: look.logo }] }
      : {}),
  };
}

// renderMail parses the props by the template's own schema, so an unproved type is safe here.
function renderUnchecked(template: MailTemplateName, props: unknown, options: Parameters<typeof renderMail>[2]) {
  return renderMail(template, props as never, options);
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
