import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { page } from "@/lib/access/list";
import { defineOperation, type Limit } from "@/lib/access/operation";
import { newPassword } from "@/lib/access/password";
import { joinLink, sealedLink } from "./link";
import { invitationsRepository } from "./repository";
import {
  acceptNewInput,
  codeOutput,
  deadInvitation,
  invitationId,
  invitationOutput,
  invitationPreview,
  inviteByCodeInput,
  invitedOutput,
  inviteInput,
  joinedOutput,
  listInvitationsInput,
  myInvitationOutput,
  resentOutput,
  secretInput,
} from "./schema";
import { newCode, newToken, showCode } from "./secret";

/** Invited addresses and codes of one organization, new or again, by whomever. */
const organizationLimit: Limit = {
  by: "organization",
  bucket: "invitations",
  points: 300,
  seconds: 3600,
  weighed: true,
};

export const listInvitations = defineOperation({
  name: "invitations.list",
  scope: "organization",
  permission: "invitations.view",
  access: "read",
  summary: "List open invitations, or the history of the rest",
  input: listInvitationsInput,
  output: page(invitationOutput),
  rest: { method: "get", path: "/invitations" },
  run: ({ db, input }) => invitationsRepository(db).list(input),
});

export const inviteMembers = defineOperation({
  name: "invitations.create",
  scope: "organization",
  permission: "members.invite",
  access: "write",
  summary: "Invite people by mail, many at once",
  fresh: true,
  limits: [{ by: "person", points: 60, seconds: 3600 }, organizationLimit],
  weight: (input) => input.emails.length,
  input: inviteInput,
  output: invitedOutput,
  rest: { method: "post", path: "/invitations", status: 201 },
  run: async ({ db, input }) => {
    const items = input.emails.map((email) => {
      const token = newToken();
      return { email, token, sealed: sealedLink(email, token) };
    });
    const outcomes = await invitationsRepository(db).create("link", input, items);
    return { data: outcomes.map((each) => ({ ...each, email: each.email ?? "" })) };
  },
});

export const inviteByCode = defineOperation({
  name: "invitations.create_code",
  scope: "organization",
  permission: "members.invite",
  access: "write",
  summary: "Make a code that lets one person join; it is shown once",
  fresh: true,
  limits: [{ by: "person", points: 60, seconds: 3600 }, organizationLimit],
  input: inviteByCodeInput,
  output: codeOutput,
  shownOnce: ["code", "link"],
  rest: { method: "post", path: "/invitations/codes", status: 201 },
  run: async ({ db, input }) => {
    const code = newCode();
    const [made] = await invitationsRepository(db).create("code", input, [{ token: code }]);
    return { id: made?.id ?? "", code: showCode(code), link: joinLink(showCode(code)) };
  },
});

export const resendInvitation = defineOperation({
  name: "invitations.resend",
  scope: "organization",
  permission: "members.invite",
  access: "write",
  summary: "Send a new link, or make a new code, for another 48 hours; the old one ends",
  limits: [{ by: "person", points: 60, seconds: 3600 }, organizationLimit],
  input: invitationId,
  output: resentOutput,
  shownOnce: ["code", "link"],
  rest: { method: "post", path: "/invitations/{id}/resend", status: 200 },
  run: async ({ db, input }) => {
    const invitations = invitationsRepository(db);
    const { id, email } = await invitations.find(input.id);
    const secret = email ? newToken() : newCode();
    await invitations.resend(id, secret, email && sealedLink(email, secret));
    return email ? { id, code: null, link: null } : { id, code: showCode(secret), link: joinLink(showCode(secret)) };
  },
});

export const revokeInvitation = defineOperation({
  name: "invitations.revoke",
  scope: "organization",
  permission: "invitations.revoke",
  access: "write",
  summary: "Revoke an invitation at once",
  input: invitationId,
  output: z.object({ id: invitationOutput.shape.id }),
  rest: { method: "delete", path: "/invitations/{id}" },
  run: async ({ db, input }) => {
    await invitationsRepository(db).revoke(input.id);
    return { id: input.id };
  },
});

/** Entering a code is a guess, and so it is counted before the code is looked at. */
export const openCode = defineOperation({
  name: "invitations.open_code",
  scope: "public",
  access: "read",
  summary: "Find the invitation of a code",
  limits: [{ by: "network", points: 10, seconds: 3600 }],
  input: secretInput,
  output: z.object({ found: z.boolean() }),
  run: async ({ db, input }) => ({
    found: (await invitationsRepository(db).peek(input.secret, { opened: false })) !== null,
  }),
});

export const previewInvitation = defineOperation({
  name: "invitations.preview",
  scope: "public",
  access: "write",
  summary: "Show what an opened invitation is for, without using it up",
  limits: [{ by: "network", points: 600, seconds: 3600 }],
  input: secretInput,
  output: invitationPreview.nullable(),
  run: ({ db, input }) => invitationsRepository(db).peek(input.secret, { opened: true }),
});

export const explainDeadInvitation = defineOperation({
  name: "invitations.explain_dead",
  scope: "public",
  access: "read",
  summary: "Say why an invitation's link opens nothing any more",
  limits: [{ by: "network", points: 600, seconds: 3600 }],
  input: secretInput,
  output: deadInvitation.nullable(),
  run: ({ db, input }) => invitationsRepository(db).explainDead(input.secret),
});

export const previewMyInvitation = defineOperation({
  name: "invitations.preview_signed_in",
  scope: "account",
  access: "write",
  summary: "Show what an opened invitation is for, and whether it is for you",
  limits: [{ by: "network", points: 600, seconds: 3600 }],
  input: secretInput,
  output: invitationPreview.nullable(),
  run: ({ db, input }) => invitationsRepository(db).peek(input.secret, { opened: true }),
});

export const acceptInvitation = defineOperation({
  name: "invitations.accept",
  scope: "account",
  access: "write",
  summary: "Accept an opened invitation",
  limits: [{ by: "network", points: 600, seconds: 3600 }],
  input: secretInput,
  output: joinedOutput,
  takesSeat: ({ secret }) => ({ secret }),
  run: ({ db, input }) => invitationsRepository(db).accept(input.secret),
});

export const acceptInvitationWithAccount = defineOperation({
  name: "invitations.accept_with_account",
  scope: "public",
  access: "write",
  summary: "Make an account for the invited address and accept, in one step",
  limits: [{ by: "network", points: 60, seconds: 3600 }],
  input: acceptNewInput,
  output: joinedOutput.extend({ session: z.string(), device: z.string() }),
  takesSeat: ({ secret }) => ({ secret }),
  run: async ({ db, actor, input }) => {
    const { salt, params, raw } = await newPassword(input.password);
    const device = input.device ?? randomBytes(32).toString("base64url");
    const made = await db.call(
      sql`guard.accept_invitation_new(${input.secret}, ${input.name}, ${salt}, ${JSON.stringify(params)}::jsonb, ${raw},
        ${device}, ${JSON.stringify(actor.request)}::jsonb)`,
      joinedOutput.extend({ session: z.string() }),
    );
    return { ...made, device };
  },
});

export const listMyInvitations = defineOperation({
  name: "invitations.mine",
  scope: "account",
  access: "read",
  summary: "List open invitations to your address",
  limits: [],
  input: z.strictObject({}),
  output: z.array(myInvitationOutput),
  rest: { method: "get", path: "/account/invitations" },
  run: ({ db }) => invitationsRepository(db).listMine(),
});

export const acceptMyInvitation = defineOperation({
  name: "invitations.accept_mine",
  scope: "account",
  access: "write",
  summary: "Accept an invitation to your own address",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  input: invitationId,
  output: joinedOutput,
  rest: { method: "post", path: "/account/invitations/{id}/accept", status: 200 },
  takesSeat: ({ id }) => ({ invitation: id }),
  run: ({ db, input }) => invitationsRepository(db).acceptMine(input.id),
});
