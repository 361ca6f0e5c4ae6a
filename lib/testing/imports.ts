import { encodeId } from "@/lib/ids";
import { guard, type Organization } from "./world";

/** A file that was checked and waits to be confirmed. */
export async function makeImport(organization: Organization): Promise<string> {
  return makeImportIn(organization, "checked");
}

export async function makeStartedImport(organization: Organization): Promise<string> {
  return makeImportIn(organization, "checking");
}

async function makeImportIn({ id, owner }: Organization, phase: string): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    insert into public.imports (organization_id, id, list, membership_id, starter, name, file, header, delimiter, phase, good)
    values (${id}, guard.uuid7(), 'customers', ${owner.membershipId}, 'Olga Owner', 'a.csv', ${"0".repeat(32)},
      array['Name', 'Kind'], ',', ${phase}, 1) returning id`;
  return encodeId("imp", made?.id ?? "");
}
