import type postgres from "postgres";
import { type Checkpoint, readCheckpoints } from "./checkpoint";
import { firstDigest, linkDigest, sealedColumns } from "./digest";

type Link = {
  position: string;
  entry_id: string;
  digest: Buffer;
  there: boolean;
  what: string | null;
  columns: (string | null)[];
};

type Chain = { organization_id: string; position: string; base_position: string; base_digest: Buffer };

export type Verified = { chains: number; entries: number; faults: string[] };

/**
 * Computes every chain anew and compares it with its seals and with the signed checkpoints. Each entry that was edited,
 * removed, inserted, moved or cut off is named. `sql` reads as `berth_guard`.
 */
export async function verifyAudit(sql: postgres.ISql, place: { folder: string; secret: string }): Promise<Verified> {
  const { checkpoints, faults } = await readCheckpoints(place.folder, place.secret);
  const chains = await sql<Chain[]>`
    select organization_id, position::text, base_position::text, base_digest from audit.chains`;
  let entries = 0;
  for (const chain of chains) {
    const found = await verifyChain(sql, chain, checkpoints);
    entries += found.entries;
    faults.push(...found.faults);
  }
  const known = new Set(chains.map(({ organization_id }) => organization_id));
  const signed = checkpoints.flatMap(({ marks }) => marks.map(({ organization }) => organization));
  for (const id of new Set(signed)) if (!known.has(id)) faults.push(`Organization ${id}: its whole chain is gone.`);
  return { chains: chains.length, entries, faults };
}

async function verifyChain(sql: postgres.ISql, chain: Chain, checkpoints: Checkpoint[]) {
  const { organization_id: organization } = chain;
  const faults: string[] = [];
  const say = (text: string) => faults.push(`Organization ${organization}: ${text}`);
  const marks = marksOf(organization, checkpoints);
  let previous = chain.base_position === "0" ? firstDigest : chain.base_digest;
  let reached = BigInt(chain.base_position);
  let entries = 0;
  for await (const links of pagesOf(sql, organization))
    for (const { position: place, entry_id: id, digest, there, what, columns } of links) {
      const position = BigInt(place);
      if (position !== reached + 1n) say(`the seals from place ${reached + 1n} to ${position - 1n} are missing.`);
      reached = position;
      entries += 1;
      if (!there) say(`entry ${id}, sealed at place ${place}, was removed.`);
      else if (!linkDigest(previous, position, columns).equals(digest))
        say(`entry ${id} (${what}), at place ${place}, is not what was sealed there: it was edited or moved.`);
      const mark = marks.get(place);
      if (mark && mark.digest !== digest.toString("hex"))
        say(`up to entry ${id}, at place ${place}, the chain was made anew: another one was signed on ${mark.at}.`);
      previous = digest;
    }
  for (const { id } of await unsealed(sql, organization)) say(`entry ${id} was inserted: no seal names it.`);
  const places = [...marks.keys()].map(BigInt).sort((one, other) => (one < other ? -1 : 1));
  const last = places.at(-1) ?? 0n;
  if (last > reached) say(`the end is cut off after place ${reached}; ${marks.get(`${last}`)?.at} it went to ${last}.`);
  if (BigInt(chain.position) !== reached) say(`its book tells of ${chain.position} places, and ${reached} are there.`);
  return { entries, faults };
}

const atOnce = 2_000;

async function* pagesOf(sql: postgres.ISql, organization: string): AsyncGenerator<Link[]> {
  const columns = sql.unsafe(sealedColumns.join(", "));
  for (let after = "-1"; ; ) {
    const page = await sql<Link[]>`
      select s.position::text, s.entry_id::text, s.digest, e.id is not null as there,
        e.operation || ', ' || e.action || ' of ' || e.record_type as what, to_jsonb(array[${columns}]) as columns
      from audit.seals s left join audit.entries e on e.organization_id = s.organization_id and e.id = s.entry_id
      where s.organization_id = ${organization} and s.position > ${after} order by s.position limit ${atOnce}`;
    yield page;
    const last = page.at(-1);
    if (!last || page.length < atOnce) return;
    after = last.position;
  }
}

/** Entries of transactions that the sealer has passed already, without a seal. */
function unsealed(sql: postgres.ISql, organization: string): Promise<{ id: string }[]> {
  return sql<{ id: string }[]>`
    select e.id::text from audit.entries e cross join audit.sealing h
    where e.organization_id = ${organization} and (e.txid < h.txid or e.txid = h.txid and e.id <= h.entry_id)
      and not exists (select from audit.seals s where s.organization_id = e.organization_id and s.entry_id = e.id)
    order by e.id limit 100`;
}

function marksOf(organization: string, checkpoints: Checkpoint[]): Map<string, { digest: string; at: string }> {
  const own = new Map<string, { digest: string; at: string }>();
  for (const { at, marks } of checkpoints)
    for (const mark of marks)
      if (mark.organization === organization) own.set(mark.position, { digest: mark.digest, at });
  return own;
}
