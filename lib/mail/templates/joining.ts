import { z } from "zod";
import { instant, link, message, name, organization, timeZone } from "../fields";
import { mailTemplate } from "../template";
import { timeInWords } from "../words";

export const invitation = mailTemplate(
  z.object({
    organization,
    inviter: name,
    role: name,
    link,
    expiresAt: instant,
    timeZone,
    message: message.nullish(),
  }),
  ({ organization, inviter, role, link, expiresAt, timeZone, message }) => ({
    organization,
    subject: `${inviter} invites you to ${organization.name}`,
    heading: `Join ${organization.name}`,
    paragraphs: [`${inviter} invites you to ${organization.name} on Berth, with the role ${role}.`],
    quote: message ? { by: inviter, text: message } : undefined,
    action: { label: "Open the invitation", link },
    afterword: `The link is for you alone and works once, until ${timeInWords(expiresAt, timeZone)}. Opening it does not use it up; accepting does.`,
    why: `You get this because ${inviter} entered your address. If you do not know them, do nothing: you are not a member until you accept.`,
  }),
);

export const activation = mailTemplate(
  z.object({ organization, name, role: name, link, expiresAt: instant, timeZone, note: message.nullish() }),
  ({ organization, name, role, link, expiresAt, timeZone, note }) => ({
    organization,
    subject: `You are approved: finish joining ${organization.name}`,
    heading: "One step is left",
    paragraphs: [
      `Hello ${name},`,
      `${organization.name} approved your request, with the role ${role}. Confirm your address and you are in.`,
    ],
    quote: note ? { by: organization.name, text: note } : undefined,
    action: { label: "Confirm and join", link },
    afterword: `The link works once, until ${timeInWords(expiresAt, timeZone)}.`,
    why: `You get this because somebody asked to join ${organization.name} with this address. If it was not you, do nothing.`,
  }),
);

export const ownershipOffered = mailTemplate(
  z.object({ organization, name, owner: name, link: link.nullish(), expiresAt: instant, timeZone }),
  ({ organization, name, owner, link, expiresAt, timeZone }, pages) => ({
    organization,
    subject: `${owner} offers you the ownership of ${organization.name}`,
    heading: `Become the owner of ${organization.name}`,
    paragraphs: [
      `Hello ${name},`,
      `${owner} wants you to own ${organization.name}. Nothing changes until you accept; then ${owner} becomes an admin.`,
    ],
    action: { label: "Look at the offer", link: link ?? pages.of(organization, "/settings/ownership") },
    afterword: `The offer stands until ${timeInWords(expiresAt, timeZone)}.`,
    why: `You get this because you are a member of ${organization.name}.`,
  }),
);

export const ownershipMoved = mailTemplate(
  z.object({
    organization,
    name,
    recipient: z.enum(["new-owner", "previous-owner"]),
    newOwner: name,
    previousOwner: name,
    at: instant,
    timeZone,
    link: link.nullish(),
  }),
  ({ organization, name, recipient, newOwner, previousOwner, at, timeZone, link }, pages) => ({
    organization,
    subject: `${organization.name} has a new owner`,
    heading: recipient === "new-owner" ? `You own ${organization.name}` : `${newOwner} owns ${organization.name}`,
    paragraphs: [
      `Hello ${name},`,
      recipient === "new-owner"
        ? `${organization.name} is yours now. ${previousOwner}, the owner before you, is an admin.`
        : `you handed ${organization.name} over to ${newOwner}. You are an admin now.`,
    ],
    facts: [["Time", timeInWords(at, timeZone)]],
    action: { label: `Open ${organization.name}`, link: link ?? pages.of(organization, "/") },
    why: `You get this because you are the ${recipient === "new-owner" ? "new" : "previous"} owner of ${organization.name}.`,
  }),
);
