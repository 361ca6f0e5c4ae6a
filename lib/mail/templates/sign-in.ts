import { z } from "zod";
import { emailAddress, instant, link, name, networkAddress, timeZone } from "../fields";
import { mailTemplate } from "../template";
import { timeInWords } from "../words";

export const verifyAddress = mailTemplate(
  z.object({ name, link, expiresAt: instant, timeZone }),
  ({ name, link, expiresAt, timeZone }) => ({
    subject: "Confirm your address",
    heading: "Confirm your address",
    paragraphs: [`Hello ${name},`, "confirm that this address is yours, and your Berth account is ready."],
    action: { label: "Confirm address", link },
    afterword: `The link works once, until ${timeInWords(expiresAt, timeZone)}.`,
    why: "You get this because somebody signed up for Berth with this address. If it was not you, do nothing: no account is opened.",
  }),
);

export const addressAlreadyKnown = mailTemplate(z.object({ name, link }), ({ name, link }) => ({
  subject: "You already have a Berth account",
  heading: "You already have an account",
  paragraphs: [
    `Hello ${name},`,
    "somebody, probably you, tried to sign up with this address. It already has an account, so nothing was changed.",
    "Sign in with the password that you have, or choose “Forgotten password” there.",
  ],
  action: { label: "Sign in", link },
  why: "You get this because this address was entered on the sign-up page. If it was not you, there is nothing to do.",
}));

export const resetPassword = mailTemplate(
  z.object({ name, link, expiresAt: instant, timeZone, address: networkAddress.optional() }),
  ({ name, link, expiresAt, timeZone, address }) => ({
    subject: "Choose a new password",
    heading: "Choose a new password",
    paragraphs: [`Hello ${name},`, "choose a new password for your Berth account with the button below."],
    ...(address ? { facts: [["Asked for from", address]] as [string, string][] } : {}),
    action: { label: "Choose a new password", link },
    afterword: `The link works once, until ${timeInWords(expiresAt, timeZone)}. Your present password works until then.`,
    why: "You get this because a new password was asked for with this address. If it was not you, do nothing: your password stays as it is.",
  }),
);

export const newDevice = mailTemplate(
  z.object({ name, link, at: instant, timeZone, device: name, address: networkAddress }),
  ({ name, link, at, timeZone, device, address }) => ({
    subject: "New sign-in to your account",
    heading: "You signed in on a new device",
    paragraphs: [`Hello ${name},`, "your Berth account was used on a device that we have not seen before."],
    facts: [
      ["Device", device],
      ["Address", address],
      ["Time", timeInWords(at, timeZone)],
    ],
    action: { label: "Review your sessions", link },
    afterword: "If it was not you, end that session and change your password now.",
    why: "You get this because somebody signed in to the account with this address.",
  }),
);

export const passwordChanged = mailTemplate(
  z.object({ name, link, at: instant, timeZone, address: networkAddress.optional() }),
  ({ name, link, at, timeZone, address }) => ({
    subject: "Your password was changed",
    heading: "Your password was changed",
    paragraphs: [`Hello ${name},`, "the password of your Berth account was changed. Your other sessions were ended."],
    facts: [["Time", timeInWords(at, timeZone)], ...(address ? [["From", address] as [string, string]] : [])],
    action: { label: "Review your account", link },
    afterword: "If it was not you, choose a new password at once with “Forgotten password” on the sign-in page.",
    why: "You get this because it is the address of that account.",
  }),
);

export const addressChanged = mailTemplate(
  z.object({ name, link, at: instant, timeZone, oldAddress: emailAddress, newAddress: emailAddress }),
  ({ name, link, at, timeZone, oldAddress, newAddress }) => ({
    subject: "The address of your account was changed",
    heading: "Your address was changed",
    paragraphs: [`Hello ${name},`, "your Berth account has a new address. Sign in with the new one from now on."],
    facts: [
      ["Before", oldAddress],
      ["Now", newAddress],
      ["Time", timeInWords(at, timeZone)],
    ],
    action: { label: "Review your account", link },
    afterword: "If it was not you, tell the people who run this installation at once.",
    why: "You get this because it is, or was, the address of that account.",
  }),
);
