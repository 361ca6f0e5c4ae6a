import { z } from "zod";
import { anyOf, listInput, searchInput } from "@/lib/access/list";
import { emailInput, line, passwordInput } from "@/lib/accounts/schema";
import { placesInput } from "@/lib/branches/schema";
import { idInput, idOutput } from "@/lib/ids";
import { roleKeyInput } from "@/lib/members/schema";

export const invitationId = z.strictObject({ id: idInput("inv") });

/** Several addresses as people paste them, or a list. */
const emailsInput = z.preprocess(
  (given) => {
    const texts = typeof given === "string" ? given.split(/[\s,;]+/) : given;
    return Array.isArray(texts) ? [...new Set(texts.filter((text) => text !== ""))] : texts;
  },
  z.array(emailInput).min(1, "Enter at least one e-mail address.").max(50, "At most 50 addresses at once."),
);

const roleInput = z.preprocess((given) => (given === "" ? undefined : given), roleKeyInput.optional());
const noteInput = z.string().trim().max(500, "At most 500 characters.").default("");

const what = { role: roleInput, note: noteInput, branches: placesInput };

export const inviteInput = z.strictObject({ emails: emailsInput, ...what });
export const inviteByCodeInput = z.strictObject(what);

const states = ["sent", "opened", "accepted", "revoked", "expired"] as const;

export const listInvitationsInput = listInput({
  sorts: ["created", "expires", "changed"],
  sort: "-created",
  filters: {
    q: searchInput,
    view: z.enum(["open", "history"]).default("open"),
    ids: anyOf(idInput("inv")),
    role: anyOf(roleKeyInput),
    state: anyOf(z.enum(states)),
  },
});

export type ListInvitationsInput = z.output<typeof listInvitationsInput>;

export const invitationRow = z.object({
  id: z.uuid(),
  kind: z.enum(["link", "code"]),
  email: z.string().nullable(),
  roleKey: z.string(),
  roleName: z.string(),
  note: z.string().nullable(),
  /** Where it lets people in, as far as the acting person may know; null: wherever the inviter is. */
  branches: z.array(z.object({ id: z.uuid(), name: z.string() })).nullable(),
  invitedByName: z.string().nullable(),
  createdAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
  state: z.enum(states),
  stateAt: z.coerce.date(),
  acceptedBy: z.uuid().nullable(),
  acceptedByName: z.string().nullable(),
  revokedByName: z.string().nullable(),
  resent: z.number(),
});

export const invitationOutput = invitationRow.extend({
  id: idOutput("inv"),
  acceptedBy: idOutput("mem").nullable(),
  branches: z.array(z.object({ id: idOutput("brn"), name: z.string() })).nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  stateAt: z.date(),
});

export type InvitationView = z.output<typeof invitationOutput>;

export const invitedOutput = z.object({
  data: z.array(
    z.object({
      email: z.string(),
      id: idOutput("inv").nullable(),
      outcome: z.enum(["created", "already_member", "already_invited"]),
    }),
  ),
});

export type Invited = z.output<typeof invitedOutput>;

/** The code stands here once; nothing can show it again. */
export const codeOutput = z.object({ id: idOutput("inv"), code: z.string(), link: z.url() });

export type InvitationCode = z.output<typeof codeOutput>;

export const resentOutput = z.object({ id: idOutput("inv"), code: z.string().nullable(), link: z.url().nullable() });

/** What a link or code invites to, as the join page shows it before anybody signs in. */
export const invitationPreview = z.object({
  kind: z.enum(["link", "code"]),
  email: z.string().nullable(),
  organization: z.string(),
  slug: z.string(),
  inviter: z.string().nullable(),
  byPlatform: z.boolean(),
  roleKey: z.string(),
  role: z.string(),
  branches: z.array(z.string()),
  note: z.string().nullable(),
  expiresAt: z.coerce.date(),
  hasAccount: z.boolean(),
  me: z.object({ name: z.string(), email: z.string() }).nullable(),
  alreadyMember: z.boolean(),
});

export type InvitationPreview = z.output<typeof invitationPreview>;

export const secretInput = z.strictObject({ secret: z.string().max(100) });
export const acceptNewInput = secretInput.extend({
  name: line(100, 2),
  password: passwordInput,
  device: z.string().max(100).optional(),
});

export const joinedOutput = z.object({ slug: z.string(), name: z.string(), joined: z.boolean() });

export const myInvitationOutput = z.object({
  id: idOutput("inv"),
  organization: z.string(),
  slug: z.string(),
  role: z.string(),
  inviter: z.string().nullable(),
  note: z.string().nullable(),
  expiresAt: z.date(),
});

export type MyInvitation = z.output<typeof myInvitationOutput>;

export const deadInvitation = z.object({
  organization: z.string(),
  slug: z.string(),
  inviter: z.string().nullable(),
  state: z.enum(["used", "revoked", "expired"]),
});

export type DeadInvitation = z.output<typeof deadInvitation>;
