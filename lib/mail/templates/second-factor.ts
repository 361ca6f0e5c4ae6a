import { z } from "zod";
import { instant, link, name, networkAddress, timeZone } from "../fields";
import { mailTemplate } from "../template";
import { timeInWords } from "../words";

const changes = {
  on: {
    heading: "Your second factor is on",
    text: "from now on you sign in with your password and a code from your authenticator app. Your other sessions were ended.",
  },
  replaced: {
    heading: "Your authenticator app was replaced",
    text: "codes come from the new one from now on, and you have new recovery codes. Your other sessions were ended.",
  },
  off: {
    heading: "Your second factor was removed",
    text: "your password alone opens your account again. Your other sessions were ended.",
  },
  reset: {
    heading: "Your second factor was reset",
    text: "an admin took the second factor from your account, and your sessions were ended. Sign in with your password and set up a new one.",
  },
  "codes-renewed": {
    heading: "You have new recovery codes",
    text: "the recovery codes of your account were replaced. The old ones open nothing any more.",
  },
  "code-used": {
    heading: "A recovery code was used",
    text: "one of the recovery codes of your account was used in place of a code from your app. It works only once.",
  },
  device: {
    heading: "A device is remembered",
    text: "for 30 days it is not asked for the second factor of your account. You can end that on your security page.",
  },
};

export const secondFactor = mailTemplate(
  z.object({
    name,
    change: z.enum(["on", "replaced", "off", "reset", "codes-renewed", "code-used", "device"]),
    at: instant,
    timeZone,
    address: networkAddress.nullish(),
    link: link.nullish(),
  }),
  ({ name, change, at, timeZone, address, link }, pages) => ({
    subject: changes[change].heading,
    heading: changes[change].heading,
    paragraphs: [`Hello ${name},`, changes[change].text],
    facts: [
      ["Time", timeInWords(at, timeZone)],
      ["From", change === "reset" ? null : address],
    ],
    action: { label: "Review your security", link: link ?? pages.root("/account/security") },
    afterword: "If it was not you, change your password now and tell the people who run this installation.",
    why: "You get this because it is the address of that account.",
  }),
);
