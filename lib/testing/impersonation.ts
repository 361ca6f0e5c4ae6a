import { createHash, randomBytes } from "node:crypto";
import { Handle } from "@/lib/access/handle";
import { encodeId } from "@/lib/ids";
import { impersonate } from "@/lib/impersonation/console-operations";
import { createSuperAdmin, guard, type Organization, type Person, platformHandle, request } from "./world";

type Target = { membershipId: string };
type Place = { id: string; slug: string };

export const supportReason = "Ticket 4711: a shipment is missing";

export type Support = { admin: Person; id: string; session: string; handle: Handle };

/** A super admin acts as this member: begun in the console, entered through the real handoff. */
export async function actAs(
  organization: Place,
  member: Target,
  given: { admin?: Person; raised?: true } = {},
): Promise<Support> {
  const admin = given.admin ?? (await createSuperAdmin());
  const started = await platformHandle(admin).run(impersonate, {
    organizationId: encodeId("org", organization.id),
    id: encodeId("mem", member.membershipId),
    reason: supportReason,
  });
  const { session } = await enterAs(admin, organization.slug);
  const handle = new Handle({ kind: "session", secret: session, audience: organization.slug }, request());
  if (given.raised) {
    await guard`update guard.impersonations set raised_at = now(), raise_reason = ${supportReason}
      where organization_id = ${organization.id} and super_admin_id = ${admin.userId}`;
  }
  return { admin, id: started.id, session, handle };
}

/** The handoff of a browser that goes to the organization's host now; the code says what kind of session it opens. */
export async function enterAs(person: Person, slug: string): Promise<{ code: string; session: string }> {
  const nonce = randomBytes(16).toString("hex");
  const info = guard.json(request());
  const hash = createHash("sha256").update(nonce).digest("hex");
  const [made] = await guard<{ code: string }[]>`
    select guard.create_handoff(${person.session}, ${slug}, ${hash}, ${info}) as code`;
  const [opened] = await guard<{ secret: string | null }[]>`
    select guard.redeem_handoff(${made?.code ?? ""}, ${slug}, ${nonce}, ${info}) as secret`;
  return { code: made?.code ?? "", session: opened?.secret ?? "" };
}

/** Support that acts as the owner, with the password just typed. */
export async function supportHandle(organization: Organization): Promise<Handle> {
  const { handle, admin } = await actAs(organization, organization.owner);
  await guard`update guard.sessions set confirmed_at = now() where user_id = ${admin.userId}`;
  return handle;
}

export async function makeSupportSession(organization: Organization): Promise<string> {
  return (await actAs(organization, organization.owner)).id;
}
