import { z } from "zod";
import { emailAddress, instant, link, message, name, organization, timeZone } from "../fields";
import { mailTemplate } from "../template";
import { timeInWords } from "../words";

export const requestReceived = mailTemplate(
  z.object({ organization, name, link: link.nullish() }),
  ({ organization, name, link }, pages) => ({
    organization,
    subject: `Your request to join ${organization.name}`,
    heading: "Your request has arrived",
    paragraphs: [
      `Hello ${name},`,
      `your request to join ${organization.name} is waiting for a decision. You hear from us as soon as there is one.`,
    ],
    action: { label: "See your request", link: link ?? pages.root("/organizations") },
    why: "You get this because somebody asked to join with this address. If it was not you, do nothing.",
  }),
);

export const requestFromMember = mailTemplate(
  z.object({ organization, name, suspended: z.boolean(), link: link.nullish() }),
  ({ organization, name, suspended, link }, pages) => ({
    organization,
    subject: `You already belong to ${organization.name}`,
    heading: "You are a member already",
    paragraphs: [
      `Hello ${name},`,
      suspended
        ? `somebody asked to join ${organization.name} with your address. You belong to it, but your membership is suspended; an admin there can lift that.`
        : `somebody asked to join ${organization.name} with your address. You belong to it, so there is nothing to wait for.`,
    ],
    action: { label: "See your organizations", link: link ?? pages.root("/organizations") },
    why: "You get this because somebody asked to join with this address. If it was not you, do nothing.",
  }),
);

export const requestWaiting = mailTemplate(
  z.object({
    organization,
    requester: name,
    address: emailAddress,
    message: message.nullish(),
    overdueSince: instant.nullish(),
    dueAt: instant.nullish(),
    timeZone,
    link: link.nullish(),
  }),
  ({ organization, requester, address, message, overdueSince, dueAt, timeZone, link }, pages) => ({
    organization,
    subject: overdueSince
      ? `Overdue: ${requester} is waiting to join ${organization.name}`
      : dueAt
        ? `Due soon: ${requester} is waiting to join ${organization.name}`
        : `${requester} asks to join ${organization.name}`,
    heading: overdueSince || dueAt ? `${requester} is still waiting` : `${requester} asks to join`,
    paragraphs: [
      overdueSince
        ? `This request should have been decided by ${timeInWords(overdueSince, timeZone)}.`
        : dueAt
          ? `This request should be decided by ${timeInWords(dueAt, timeZone)}.`
          : "Approve the request with a role, or reject it with a reason. They are told by mail.",
    ],
    facts: [
      ["Name", requester],
      ["Address", address],
    ],
    quote: message ? { by: requester, text: message } : undefined,
    action: { label: "Decide on the request", link: link ?? pages.of(organization, "/registrations") },
    why: `You get this because you decide on registrations in ${organization.name}.`,
  }),
);

export const requestEscalated = mailTemplate(
  z.object({
    organization,
    requester: name,
    address: emailAddress,
    message: message.nullish(),
    askedAt: instant,
    dueAt: instant,
    timeZone,
    link: link.nullish(),
  }),
  ({ organization, requester, address, message, askedAt, dueAt, timeZone, link }, pages) => ({
    organization,
    subject: `Nobody decided: ${requester} is waiting to join ${organization.name}`,
    heading: `Nobody decided on ${requester}`,
    paragraphs: [
      `This request should have been decided by ${timeInWords(dueAt, timeZone)}, and nobody did. It comes to you as the owner.`,
      "Decide on it yourself, or name somebody who will.",
    ],
    facts: [
      ["Name", requester],
      ["Address", address],
      ["Waiting since", timeInWords(askedAt, timeZone)],
    ],
    quote: message ? { by: requester, text: message } : undefined,
    action: { label: "Decide on the request", link: link ?? pages.of(organization, "/registrations?sort=due_at") },
    why: `You get this because you own ${organization.name}.`,
  }),
);

export const requestApproved = mailTemplate(
  z.object({ organization, name, role: name, note: message.nullish(), link: link.nullish() }),
  ({ organization, name, role, note, link }, pages) => ({
    organization,
    subject: `Welcome to ${organization.name}`,
    heading: "You are in",
    paragraphs: [`Hello ${name},`, `${organization.name} approved your request. Your role is ${role}.`],
    quote: note ? { by: organization.name, text: note } : undefined,
    action: { label: `Open ${organization.name}`, link: link ?? pages.of(organization, "/") },
    why: `You get this because you asked to join ${organization.name}.`,
  }),
);

export const requestRejected = mailTemplate(
  z.object({ organization, name, reason: message.nullish(), link: link.nullish() }),
  ({ organization, name, reason, link }, pages) => ({
    organization,
    subject: `Your request to join ${organization.name} was declined`,
    heading: "Your request was declined",
    paragraphs: [
      `Hello ${name},`,
      `${organization.name} decided not to approve your request${reason ? ", and gives this reason:" : "."}`,
    ],
    quote: reason ? { by: organization.name, text: reason } : undefined,
    action: { label: "See your request", link: link ?? pages.root("/organizations") },
    why: `You get this because you asked to join ${organization.name}.`,
  }),
);

export const approvalTakenBack = mailTemplate(
  z.object({ organization, name, reason: message, link: link.nullish() }),
  ({ organization, name, reason, link }, pages) => ({
    organization,
    subject: `Your approval for ${organization.name} was taken back`,
    heading: "Your approval was taken back",
    paragraphs: [
      `Hello ${name},`,
      `${organization.name} had approved your request, and has now taken that back. The link that we sent you opens nothing any more. They give this reason:`,
    ],
    quote: { by: organization.name, text: reason },
    action: { label: "See your request", link: link ?? pages.root("/organizations") },
    why: `You get this because you asked to join ${organization.name}.`,
  }),
);

export const approvalLapsed = mailTemplate(
  z.object({ organization, requester: name, address: emailAddress, approver: name, link: link.nullish() }),
  ({ organization, requester, address, approver, link }, pages) => ({
    organization,
    subject: `${requester} needs another approval to join ${organization.name}`,
    heading: `${requester} needs another approval`,
    paragraphs: [
      `${approver} approved this request and may no longer give that role, so ${requester} could not join. Approve it again or take it back.`,
    ],
    facts: [
      ["Name", requester],
      ["Address", address],
    ],
    action: { label: "Look at the request", link: link ?? pages.of(organization, "/registrations?state=approved") },
    why: `You get this because you decide on registrations in ${organization.name}.`,
  }),
);

export const requestExpired = mailTemplate(
  z.object({ organization, name, link: link.nullish() }),
  ({ organization, name, link }, pages) => ({
    organization,
    subject: `Your request to join ${organization.name} has run out`,
    heading: "Your request has run out",
    paragraphs: [
      `Hello ${name},`,
      `nobody at ${organization.name} decided on your request in time, so it was closed. You can ask again.`,
    ],
    action: { label: "Ask again", link: link ?? pages.root("/request-access") },
    why: `You get this because you asked to join ${organization.name}.`,
  }),
);
