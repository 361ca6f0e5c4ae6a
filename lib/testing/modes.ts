import { Handle } from "@/lib/access/handle";
import { newApiKey } from "@/lib/keys/key-format";
import { createTokens, tokenHandle } from "./tokens";
import { guard, keyHandle, type Organization, request } from "./world";

export type Mode = "live" | "test";
export const bothModes: Mode[] = ["live", "test"];
export const otherMode = (mode: Mode): Mode => (mode === "test" ? "live" : "test");

/** The organization as its owner works with it in one mode: whatever is made of it is made in that mode. */
export function inModeOf(organization: Organization, mode: Mode): Organization {
  const { owner } = organization;
  const info = mode === "test" ? { ...request(), test: true as const } : request();
  return { ...organization, owner: { ...owner, handle: new Handle(owner.handle.credential, info) } };
}

/** A key of this mode with its owner's rights. */
export async function createKeyOf({ id, owner }: Organization, mode: Mode): Promise<string> {
  const key = newApiKey("modes", mode);
  await guard`select guard.insert_key(${id}, ${owner.membershipId}, ${`A ${mode} key`}, ${key},
    (select permissions from guard.rights where organization_id = ${id} and membership_id = ${owner.membershipId}), null)`;
  return key;
}

/** Every credential that chooses a mode, each in this one. */
export async function credentialsOf(organization: Organization, mode: Mode): Promise<Record<string, Handle>> {
  const info = mode === "test" ? { ...request(), test: true as const } : request();
  return {
    session: inModeOf(organization, mode).owner.handle,
    key: keyHandle(await createKeyOf(organization, mode)),
    token: tokenHandle(await createTokens(organization.owner), organization, info),
  };
}
