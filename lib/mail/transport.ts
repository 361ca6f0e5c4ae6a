import { DeliveryError } from "./delivery-error";
import type { MailMessage } from "./message";
import { deliverByResend } from "./resend";
import { deliverBySmtp } from "./smtp";

export type MailRoutes = {
  rootUrl: URL;
  resendApiKey: string | undefined;
  resendBaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailbox: boolean;
  /** Keeps the mail in the built-in mailbox. */
  keep(message: MailMessage): Promise<void>;
};

/**
 * Hands one mail on: to Resend where there is a key, to SMTP where there is an address, else into the mailbox.
 * Throws {@link DeliveryError}, which says whether another try can help.
 */
export async function deliver(message: MailMessage, routes: MailRoutes): Promise<void> {
  const { rootUrl, resendApiKey, resendBaseUrl, smtpUrl, mailbox, keep } = routes;
  if (resendApiKey) {
    await deliverByResend(message, { apiKey: resendApiKey, baseUrl: resendBaseUrl });
  } else if (smtpUrl) {
    await deliverBySmtp(message, { smtpUrl, rootHost: rootUrl.hostname });
  } else if (mailbox) {
    await keep(message);
  } else {
    throw new DeliveryError("No way to send mail is set up: set RESEND_API_KEY or SMTP_URL.", false);
  }
}
