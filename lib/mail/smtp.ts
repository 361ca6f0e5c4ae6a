import { createTransport } from "nodemailer";
import { DeliveryError } from "./delivery-error";
import type { MailMessage } from "./message";

const patience = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands a mail to an SMTP server. The Message-ID is the same in every attempt (RFC 5322, 3.6.4). */
export async function deliverBySmtp(
  message: MailMessage,
  { smtpUrl, rootHost }: { smtpUrl: string; rootHost: string },
): Promise<void> {
  const { id, to, from, subject, html, text, headers, pictures = [] } = message;
  const transport = createTransport(patientUrl(smtpUrl), { disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({
      messageId: `<${id}@${rootHost}>`,
      from,
      to: { name: "", address: to },
      subject,
      html,
      text,
      attachments: pictures.map(({ id: cid, name: filename, contentType, bytes: content }) => ({
        cid,
        filename,
        contentType,
        content,
        contentDisposition: "inline",
      })),
      ...(headers ? { headers } : {}),
    });
  } catch (error) {
    throw asDeliveryError(error);
  } finally {
    transport.close();
  }
}

function patientUrl(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [option, milliseconds] of Object.entries(patience)) {
    if (!url.searchParams.has(option)) {
      url.searchParams.set(option, String(milliseconds));
    }
  }
  return url.href;
}

// RFC 5321, 4.2.1: 5yz is permanent. A refused sign-in or sender is ours to put right, so those pass.
function asDeliveryError(error: unknown): DeliveryError {
  const { code, responseCode, command, message } = smtpFault(error);
  const aboutTheMail = command === "RCPT TO" || command === "DATA";
  const permanent = code !== "EAUTH" && aboutTheMail && responseCode !== undefined && responseCode >= 500;
  return new DeliveryError(`The mail server answered ${responseCode ?? code ?? "nothing"}: ${message}`, permanent);
}

type SmtpFault = { code?: string; responseCode?: number; command?: string; message: string };

function smtpFault(error: unknown): SmtpFault {
  return error instanceof Error ? error : { message: String(error) };
}
