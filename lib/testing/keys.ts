import { newApiKey } from "@/lib/keys/key-format";
import { guard, type Organization } from "./world";

/** A live key of the organization with its owner's rights. */
export async function createKey(organization: Organization): Promise<string> {
  const key = testKey();
  const owner = organization.owner.membershipId;
  await guard`select guard.insert_key(${organization.id}, ${owner}, 'Test key', ${key},
    (select permissions from guard.rights where organization_id = ${organization.id} and membership_id = ${owner}), null)`;
  return key;
}

/** A key that is well formed and that nobody has. */
export function testKey(): string {
  return newApiKey("test");
}
