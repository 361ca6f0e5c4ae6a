import { createPerson, guard } from "./world";

/**
 * A new version of the terms, of this database's whole installation: whoever signs up from now on says that they accept it.
 * Answers its number.
 */
export async function publishTerms({ addsMembers = true } = {}): Promise<number> {
  const { userId } = await createPerson();
  const [row] = await guard<{ version: number }[]>`
    insert into guard.terms (version, body, adds_members, published_by)
    select coalesce(max(version), 0) + 1, 'Be kind to each other.', ${addsMembers}, ${userId} from guard.terms
    returning version`;
  return row?.version ?? 0;
}

/** What a sign-up says of the terms, where there are some. */
export async function acceptingTerms(): Promise<{ terms?: number }> {
  const [row] = await guard<{ version: number | null }[]>`select max(version) as version from guard.terms`;
  return row?.version ? { terms: row.version } : {};
}
