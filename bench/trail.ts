import type pg from "pg";
import { sendTogether } from "@/db/batch";
import { inDatabase } from "@/db/bootstrap";
import type { Founded } from "@/lib/testing/founding";
import { compare } from "./compare";
import { openingOf } from "./opening";
import { type Line, times } from "./report";
import { connect, copyWorld, dropCopy, type World } from "./world";

const name = "bench_trail";
/** What the page of the audit trail asks: a qualifier and words, from the middle of the trail on, newest first. */
const conditions = JSON.stringify([
  { on: "action", not: false, values: ["update"] },
  { on: "words", not: false, values: ["person 117 "] },
]);

/** A search of the audit trail, beside the bare query over the same million entries, and beside ten thousand. */
export async function trail(world: World): Promise<Line[]> {
  const { server, organization, other, quick } = world;
  const [many, few] = quick ? [100_000, 10_000] : [1_000_000, 10_000];
  await copyWorld(world, name);
  const superuser = await connect(inDatabase(server.urls.superuser, name));
  const app = await connect(inDatabase(server.urls.app, name));
  await fill(superuser, [
    { organization, entries: many },
    { organization: other, entries: few },
  ]);
  const middle = await middleOf(superuser, organization);
  const bare = {
    name: "bare_trail",
    text: `select e.* from audit_words w join audit.entries e on e.organization_id = w.organization_id and e.id = w.id
      where w.organization_id = $1 and w.id < $2 and w.words like '%person 117 %' and e.action = any ('{update}')
      order by w.id desc limit 51`,
    values: [organization.organizationId, middle],
  };
  const ways = [
    { name: "bare", run: () => superuser.query(bare) },
    { name: "many", run: search(app, organization, middle) },
    { name: "few", run: search(app, other, await middleOf(superuser, other)) },
  ];
  const [without = 1, large = 0, small = 1] = await compare(ways, { rounds: quick ? 15 : 40, perRound: 5, callers: 1 });
  await Promise.all([superuser.end(), app.end()]);
  await dropCopy(server, name);
  const words = many.toLocaleString("en");
  return [
    {
      target: "15",
      what: `Search of the audit trail among ${words} entries (qualifier, words, from the middle on), proven and fenced, of the bare query over the same`,
      atLeast: "3x",
      measured: `${times(large / without)}; ${times(large / small)} of that among ${few.toLocaleString("en")}`,
      met: large / without <= 3,
    },
  ];
}

function search(app: pg.Client, organization: Founded, after: string) {
  const question = {
    name: "trail",
    text: `select * from audit.entries where organization_id = $1
      and id in (select guard.search_audit($2::jsonb, $3::bigint, false, 51)) order by id desc`,
    values: [organization.organizationId, conditions, after],
  };
  return async () => {
    const { error, results } = await sendTogether(app, [openingOf(organization, "audit.list"), question]);
    if (error) throw error;
    if (!results[1]?.rowCount) throw new Error("nothing was found");
  };
}

async function middleOf(superuser: pg.Client, { organizationId }: Founded): Promise<string> {
  const { rows } = await superuser.query<{ middle: string }>(
    "select ((min(id) + max(id)) / 2)::text as middle from audit.entries where organization_id = $1 and operation = 'bench.fill'",
    [organizationId],
  );
  return rows[0]?.middle ?? "";
}

/** Entries of 200 people with their words, sealed; the index of words is built at the end, as its own size is not the question. */
async function fill(superuser: pg.Client, parts: { organization: Founded; entries: number }[]): Promise<void> {
  await superuser.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
  await superuser.query("drop index audit_words_search");
  for (const { organization, entries } of parts) {
    await superuser.query(
      `insert into audit.entries (organization_id, actor_label, actor_kind, operation, record_type, record_id, action, after, address)
       select $1, 'Person ' || n % 200 || ' <person' || n % 200 || '@people.example>', 'session', 'bench.fill', 'orders',
         gen_random_uuid(), (array['insert', 'update', 'delete'])[1 + n / 200 % 3],
         jsonb_build_object('reference', 'ORD-' || n), '10.1.2.3' from generate_series(1, $2::int) n`,
      [organization.organizationId, entries],
    );
    await superuser.query(
      `insert into audit_words (organization_id, id, record_name, words)
       select organization_id, id, after ->> 'reference', audit.words(actor_label, operation, record_type, action, actor_kind,
         address, null, after ->> 'reference', null)
       from audit.entries where organization_id = $1 and operation = 'bench.fill'`,
      [organization.organizationId],
    );
  }
  await superuser.query(
    "create index audit_words_search on audit_words using gin (organization_id, words extensions.gin_trgm_ops)",
  );
  await superuser.query(
    "update audit.sealing set txid = pg_current_xact_id()::text::bigint, entry_id = (select max(id) from audit.entries)",
  );
  await superuser.query("reset session_replication_role");
  await superuser.query("vacuum (analyze, freeze)");
}
