import type { z } from "zod";
import { confirmIdentity, signInMethod } from "./templates/identities";
import { activation, invitation, ownershipMoved, ownershipOffered } from "./templates/joining";
import { digest, notice, standIn, support } from "./templates/notices";
import {
  approvalLapsed,
  approvalTakenBack,
  requestApproved,
  requestEscalated,
  requestExpired,
  requestFromMember,
  requestReceived,
  requestRejected,
  requestWaiting,
} from "./templates/requests";
import { secondFactor } from "./templates/second-factor";
import {
  addressAlreadyKnown,
  addressChanged,
  consolePaused,
  newDevice,
  passwordChanged,
  resetPassword,
  verifyAddress,
} from "./templates/sign-in";

export const mailTemplates = {
  "verify-address": verifyAddress,
  "reset-password": resetPassword,
  "address-already-known": addressAlreadyKnown,
  "new-device": newDevice,
  "password-changed": passwordChanged,
  "address-changed": addressChanged,
  "console-paused": consolePaused,
  "second-factor": secondFactor,
  "sign-in-method": signInMethod,
  "confirm-identity": confirmIdentity,
  invitation,
  activation,
  "request-received": requestReceived,
  "request-from-member": requestFromMember,
  "request-waiting": requestWaiting,
  "request-escalated": requestEscalated,
  "request-approved": requestApproved,
  "request-rejected": requestRejected,
  "request-expired": requestExpired,
  "approval-taken-back": approvalTakenBack,
  "approval-lapsed": approvalLapsed,
  "ownership-offered": ownershipOffered,
  "ownership-moved": ownershipMoved,
  notice,
  digest,
  "stand-in": standIn,
  support,
};

/** What each template needs, by its name. */
export type MailTemplates = { [Name in keyof typeof mailTemplates]: z.input<(typeof mailTemplates)[Name]["props"]> };

export type MailTemplateName = keyof MailTemplates;

export function isMailTemplate(name: string): name is MailTemplateName {
  return Object.hasOwn(mailTemplates, name);
}
