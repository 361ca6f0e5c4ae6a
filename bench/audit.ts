import { sendTogether } from "@/db/batch";
import { compare } from "./compare";
import { openingOf } from "./opening";
import { type Line, percent } from "./report";
import { connect, type World } from "./world";

/** Target 9: the same write into two tables that differ in the audit trigger alone. */
export async function audit({ server, organization, quick }: World): Promise<Line[]> {
  const owner = await connect(server.urls.owner);
  for (const [name, audited] of [
    ["bench_audited", true],
    ["bench_plain", false],
  ] as const)
    await owner.query(`drop table if exists ${name};
      create table ${name} (organization_id uuid not null default guard.organization_id(), id uuid not null,
        name text not null, note text, amount bigint, primary key (organization_id, id));
      select berth_migrations.protect('${name}', '{select,insert}', 'organization_id', ${audited});
      grant select, insert on ${name} to berth_app`);
  const app = await connect(server.urls.app);
  const opening = { ...openingOf(organization, "members.set_role"), name: "open" };
  const open = { ...opening, text: "select guard.open($1, $2, $3, $4, $5) as opened" };
  const writeInto = (table: string) => async () => {
    const insert = {
      name: table,
      text: `insert into ${table} (organization_id, id, name, note, amount) values ($1, gen_random_uuid(), 'A row', 'of some length', 12345)`,
      values: [organization.organizationId],
    };
    await sendTogether(app, [{ name: "begin", text: "begin", values: [] }, open, insert]);
    const { error } = await sendTogether(app, [{ name: "commit", text: "commit", values: [] }]);
    if (error) throw error;
  };
  const ways = [
    { name: "plain", run: writeInto("bench_plain") },
    { name: "audited", run: writeInto("bench_audited") },
  ];
  const [plain = 0, audited = 1] = await compare(ways, { rounds: quick ? 40 : 120, perRound: 25, callers: 1 });
  await owner.query("drop table bench_audited, bench_plain");
  await Promise.all([owner.end(), app.end()]);
  return [
    {
      target: "9",
      what: "Write with audit (opened, two round trips), of the same without its trigger",
      atLeast: "75 %",
      measured: percent(plain / audited),
      met: plain / audited >= 0.75,
    },
  ];
}
