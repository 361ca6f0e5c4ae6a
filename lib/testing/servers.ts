import { newServerKey } from "@/lib/keys/key-format";
import { createPerson, guard } from "./world";

/** A server's credential, made by a super admin of old. */
export async function makeServer(scopes = ["organizations.create", "members.invite"]) {
  const { userId } = await createPerson();
  const key = newServerKey();
  const [made] = await guard<{ id: string }[]>`
    insert into guard.server_keys (id, label, hash, last4, scopes, created_by, expires_at)
    values (guard.uuid7(), 'Billing', guard.secret_hash(${key}), ${key.slice(-4)}, ${scopes}, ${userId}, now() + interval '1 day')
    returning id`;
  return { id: made?.id ?? "", key };
}
