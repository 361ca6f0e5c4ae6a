"use server";

import QRCode from "qrcode";
import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { inviteByCode, inviteMembers, resendInvitation, revokeInvitation } from "./operations";
import type { InvitationCode, Invited } from "./schema";

/** A code on its only appearance, with a drawing of its link. */
export type ShownCode = InvitationCode & { qr: string };

export async function inviteAction(_: ActionState<Invited>, form: FormData): Promise<ActionState<Invited>> {
  return organizationAction(inviteMembers, form);
}

export async function inviteByCodeAction(_: ActionState<ShownCode>, form: FormData): Promise<ActionState<ShownCode>> {
  const state = await organizationAction(inviteByCode, form);
  return state.status === "done" ? { ...state, data: await drawn(state.data) } : state;
}

export async function resendInvitationAction(
  _: ActionState<ShownCode | null>,
  form: FormData,
): Promise<ActionState<ShownCode | null>> {
  const state = await organizationAction(resendInvitation, form);
  if (state.status !== "done") return state;
  const { id, code, link } = state.data;
  if (code && link) return { status: "done", data: await drawn({ id, code, link }) };
  return { status: "done", data: null, message: "Invitation sent again. The link before it no longer works." };
}

export async function revokeInvitationAction(
  _: ActionState<{ id: string }>,
  form: FormData,
): Promise<ActionState<{ id: string }>> {
  return organizationAction(revokeInvitation, form, { message: () => "Invitation revoked." });
}

async function drawn(code: InvitationCode): Promise<ShownCode> {
  return { ...code, qr: await QRCode.toString(code.link, { type: "svg", margin: 2 }) };
}
