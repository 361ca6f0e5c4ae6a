import { z } from "zod";
import { instant, link, name, networkAddress, timeZone } from "../fields";
import { mailTemplate } from "../template";
import { timeInWords } from "../words";

export const signInMethod = mailTemplate(
  z.object({
    name,
    change: z.enum(["added", "removed"]),
    method: name,
    at: instant,
    timeZone,
    address: networkAddress.nullish(),
    link: link.nullish(),
  }),
  ({ name, change, method, at, timeZone, address, link }, pages) => ({
    subject: change === "added" ? `You can sign in with ${method} now` : `You no longer sign in with ${method}`,
    heading: change === "added" ? "A way to sign in was added" : "A way to sign in was removed",
    paragraphs: [
      `Hello ${name},`,
      change === "added"
        ? `from now on your Berth account also opens with ${method}.`
        : `your Berth account does not open with ${method} any more. Sessions that began so elsewhere were ended.`,
    ],
    facts: [
      ["Time", timeInWords(at, timeZone)],
      ["From", address],
    ],
    action: { label: "Review your security", link: link ?? pages.root("/account/security") },
    afterword:
      "If it was not you, undo it there now, choose a new password, and tell the people who run this installation.",
    why: "You get this because it is the address of that account.",
  }),
);

export const confirmIdentity = mailTemplate(z.object({ name, method: name, link }), ({ name, method, link }) => ({
  subject: "Confirm your address",
  heading: "Confirm your address",
  paragraphs: [
    `Hello ${name},`,
    `confirm that this address is yours, and you sign in to Berth with ${method}. Open the link in the browser in which you began.`,
  ],
  action: { label: "Confirm address", link },
  afterword: "The link works once, within the hour.",
  why: "You get this because somebody signed in to Berth with this address. If it was not you, do nothing: no account is opened or changed.",
}));
