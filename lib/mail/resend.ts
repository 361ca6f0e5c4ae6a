import { Resend } from "resend";
import { DeliveryError } from "./delivery-error";
import type { MailMessage } from "./message";

const patience = 20_000;

// The content or the address is at fault. Keys, senders and quotas (401, 403, 429) can be put right, so they pass.
const permanentStatus = new Set([400, 409, 413, 422]);
const passingNames = new Set(["concurrent_idempotent_requests", "invalid_from_address"]);

/** Hands a mail to Resend. The idempotency key makes a repeated attempt the same mail (kept there for 24 hours). */
export async function deliverByResend(
  message: MailMessage,
  { apiKey, baseUrl }: { apiKey: string; baseUrl: string | undefined },
): Promise<void> {
  const client = new Resend(apiKey, baseUrl ? { baseUrl: baseUrl.replace(/\/$/, "") } : {});
  const { id, to, from, subject, html, text, headers, pictures = [] } = message;
  const attachments = pictures.map(({ id: contentId, name: filename, contentType, bytes: content }) => ({
    contentId,
    filename,
    contentType,
    content,
  }));
  const { error } = await client.emails.send(
    {
      to,
      from,
      subject,
      html,
      text,
      ...(headers ? { headers } : {}),
      ...(attachments.length > 0 ? { attachments } : {}),
    },
    { idempotencyKey: id, signal: AbortSignal.timeout(patience) },
  );
  if (error) {
    const permanent = permanentStatus.has(error.statusCode ?? 0) && !passingNames.has(error.name);
    throw new DeliveryError(`Resend answered ${error.statusCode ?? "nothing"}: ${error.message}`, permanent);
  }
}
