import { encodeId } from "@/lib/ids";
import { guard, type Organization } from "./world";

/** An export that is done and whose link is open. */
export async function makeAuditExport({ id, owner }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    insert into public.audit_exports (organization_id, id, membership_id, starter, format, query, conditions, file, phase, finished_at, link_until)
    values (${id}, guard.uuid7(), ${owner.membershipId}, 'Olga Owner', 'csv', '', '[]', md5(random()::text), 'done', now(), now() + interval '1 minute')
    returning id`;
  return encodeId("axp", made?.id ?? "");
}
