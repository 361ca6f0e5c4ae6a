import { z } from "zod";
import { emailAddress, instant, link, name, networkAddress, timeZone } from "../fields";
import { mailTemplate } from "../template";
import { timeInWords } from "../words";

const purposes = {
  "sign-up": {
    ask: "confirm that this address is yours, and your Berth account is ready.",
    why: "You get this because somebody signed up for Berth with this address. If it was not you, do nothing: no account is opened.",
  },
  "new-address": {
    ask: "confirm that this address is yours. From then on you sign in with it.",
    why: "You get this because somebody entered it as the new address of their Berth account. If it was not you, do nothing.",
  },
};

export const verifyAddress = mailTemplate(
  z.object({
    name,
    link,
    purpose: z.enum(["sign-up", "new-address"]).default("sign-up"),
    expiresAt: instant.nullish(),
    timeZone,
  }),
  ({ name, link, purpose, expiresAt, timeZone }) => ({
    subject: "Confirm your address",
    heading: "Confirm your address",
    paragraphs: [`Hello ${name},`, purposes[purpose].ask],
    action: { label: "Confirm address", link },
    afterword: expiresAt
      ? `The link works once, until ${timeInWords(expiresAt, timeZone)}.`
      : "The link works once, for 24 hours.",
    why: purposes[purpose].why,
  }),
);

export const addressAlreadyKnown = mailTemplate(z.object({ name, link: link.nullish() }), ({ name, link }, pages) => ({
  subject: "You already have a Berth account",
  heading: "You already have an account",
  paragraphs: [
    `Hello ${name},`,
    "somebody, probably you, tried to sign up with this address. It already has an account, so nothing was changed.",
    "Sign in with the password that you have, or choose “Forgotten password” there.",
  ],
  action: { label: "Sign in", link: link ?? pages.root("/sign-in") },
  why: "You get this because this address was entered on the sign-up page. If it was not you, there is nothing to do.",
}));

export const resetPassword = mailTemplate(
  z.object({ name, link, expiresAt: instant.nullish(), timeZone, address: networkAddress.nullish() }),
  ({ name, link, expiresAt, timeZone, address }) => ({
    subject: "Choose a new password",
    heading: "Choose a new password",
    paragraphs: [`Hello ${name},`, "choose a new password for your Berth account with the button below."],
    facts: [["Asked for from", address]],
    action: { label: "Choose a new password", link },
    afterword: `The link works once, ${expiresAt ? `until ${timeInWords(expiresAt, timeZone)}` : "for one hour"}. Until you use it, your present password works.`,
    why: "You get this because a new password was asked for with this address. If it was not you, do nothing: your password stays as it is.",
  }),
);

export const newDevice = mailTemplate(
  z.object({ name, link: link.nullish(), at: instant, timeZone, device: name, address: networkAddress.nullish() }),
  ({ name, link, at, timeZone, device, address }, pages) => ({
    subject: "New sign-in to your account",
    heading: "You signed in on a new device",
    paragraphs: [`Hello ${name},`, "your Berth account was used on a device that we have not seen before."],
    facts: [
      ["Device", device],
      ["Address", address],
      ["Time", timeInWords(at, timeZone)],
    ],
    action: { label: "Review your sessions", link: link ?? pages.root("/account/security") },
    afterword: "If it was not you, end that session and change your password now.",
    why: "You get this because somebody signed in to the account with this address.",
  }),
);

export const passwordChanged = mailTemplate(
  z.object({ name, link: link.nullish(), at: instant, timeZone, address: networkAddress.nullish() }),
  ({ name, link, at, timeZone, address }, pages) => ({
    subject: "Your password was changed",
    heading: "Your password was changed",
    paragraphs: [`Hello ${name},`, "the password of your Berth account was changed. Your other sessions were ended."],
    facts: [
      ["Time", timeInWords(at, timeZone)],
      ["From", address],
    ],
    action: { label: "Review your account", link: link ?? pages.root("/account/security") },
    afterword: "If it was not you, choose a new password at once with “Forgotten password” on the sign-in page.",
    why: "You get this because it is the address of that account.",
  }),
);

export const consolePaused = mailTemplate(
  z.object({ name, person: name, at: instant, timeZone, link: link.nullish() }),
  ({ name, person, at, timeZone, link }, pages) => ({
    subject: "A super admin's password was reset by mail",
    heading: "The console waits for your word",
    paragraphs: [
      `Hello ${name},`,
      `the password of ${person} was chosen anew by mail. They are a super admin without a second factor, so the console is closed to them for now. Ask them on another way whether it was them, and open it again on their page in the console.`,
    ],
    facts: [["Time", timeInWords(at, timeZone)]],
    action: { label: "Open the console", link: link ?? pages.root("/console/users") },
    afterword: "If it was not them, take their right away now and tell them that somebody reads their mail.",
    why: "You get this because you are a super admin of this installation.",
  }),
);

export const addressChanged = mailTemplate(
  z.object({
    name,
    link: link.nullish(),
    at: instant.nullish(),
    timeZone,
    oldAddress: emailAddress.nullish(),
    newAddress: emailAddress,
  }),
  ({ name, link, at, timeZone, oldAddress, newAddress }, pages) => ({
    subject: "The address of your account was changed",
    heading: "Your address was changed",
    paragraphs: [`Hello ${name},`, "your Berth account has a new address. Sign in with the new one from now on."],
    facts: [
      ["Before", oldAddress],
      ["Now", newAddress],
      ["Time", at && timeInWords(at, timeZone)],
    ],
    action: { label: "Review your account", link: link ?? pages.root("/account/security") },
    afterword: "If it was not you, tell the people who run this installation at once.",
    why: "You get this because it is, or was, the address of that account.",
  }),
);
