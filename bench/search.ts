import { sendTogether } from "@/db/batch";
import { compare } from "./compare";
import { openingOf } from "./opening";
import { type Line, times } from "./report";
import { connect, type World } from "./world";

const address = `{"name": "Person", "street": "Quay 1", "city": "Hamburg", "country": "DE"}`;

/** Target 8: a search in an organization of 300,000 shipments, beside the same over the same index without row security. */
export async function search({ server, organization, quick }: World): Promise<Line[]> {
  const { organizationId } = organization;
  const superuser = await connect(server.urls.superuser);
  const rows = quick ? 30_000 : 300_000;
  await superuser.query("set session_replication_role = replica");
  await superuser.query(
    `insert into shipments (organization_id, id, reference, service, sender, recipient, currency)
       select $1, gen_random_uuid(), 'B-' || n, 'standard', $2::jsonb,
         $2::jsonb || jsonb_build_object('name', 'Recipient ' || md5(n::text)), 'EUR' from generate_series(1, $3::int) n`,
    [organizationId, address, rows],
  );
  await superuser.query("reset session_replication_role");
  await superuser.query("vacuum analyze shipments");
  const app = await connect(server.urls.app);
  const ask = "select id, reference, status from shipments where organization_id = $1 and";
  const last = "order by id desc limit 50";
  const values = [organizationId, "c4ca42"];
  const fenced = `${ask} id in (select guard.search_records('shipments', $2, 500)) ${last}`;
  const bare = `${ask} search_text like '%' || $2 || '%' ${last}`;
  const opening = openingOf(organization);
  const ways = [
    { name: "bare", run: () => superuser.query({ name: "bare_search", text: bare, values }) },
    {
      name: "fenced",
      run: async () => {
        const { error } = await sendTogether(app, [opening, { name: "fenced_search", text: fenced, values }]);
        if (error) throw error;
      },
    },
  ];
  const [without = 1, within = 0] = await compare(ways, { rounds: quick ? 20 : 40, perRound: 10, callers: 1 });
  await Promise.all([superuser.end(), app.end()]);
  return [
    {
      target: "8",
      what: `Text search among ${rows.toLocaleString("en")} shipments, proven and fenced, of the same without row security`,
      atLeast: "3x",
      measured: times(within / without),
      met: within / without <= 3,
    },
  ];
}
