import { baseEnv } from "@/lib/env";
import { inviteByCode, inviteMembers } from "@/lib/invitations/operations";
import { readSecret } from "@/lib/invitations/secret";
import { openMailPayload } from "@/lib/mail/payload";
import type { Organization } from "./world";
import { guard, unique } from "./world";

export const address = () => `${unique("guest")}@guests.example`;
export const dead = { code: "invalid", reason: "invitation_dead" };

/** The token of the newest link mailed to an address, read as the worker would. */
export async function mailedToken(email: string): Promise<string> {
  const [job] = await guard`select payload from guard.jobs where task = 'mail.send' and payload ->> 'to' = ${email}
    and payload ->> 'template' = 'invitation' order by created_at desc, id desc limit 1`;
  const link = String(openMailPayload(baseEnv().secret, job?.payload).props.link);
  return link.slice(link.lastIndexOf("/") + 1);
}

export async function invite(organization: Organization, email: string, role?: string, by = organization.owner) {
  const { data } = await by.handle.run(inviteMembers, { emails: [email], role });
  return { id: data[0]?.id ?? "", token: await mailedToken(email) };
}

export async function newCodeOf(organization: Organization, role?: string) {
  const made = await organization.owner.handle.run(inviteByCode, { role });
  return { ...made, secret: readSecret(made.code)?.secret ?? "" };
}

export const membersOf = (organization: Organization) =>
  guard`select user_id, role_key, origin, invited_by from public.memberships where organization_id = ${organization.id}`;
export const roleOf = async (organization: Organization, userId: string) =>
  (await membersOf(organization)).find((row) => row.user_id === userId)?.role_key;
