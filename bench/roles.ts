import { compare } from "./compare";
import { type Line, times } from "./report";
import { addMembers, type World } from "./world";

const members = 10_000;

/** A change of a role that ten thousand hold, beside the plain update of as many rows of rights. */
export async function roles({ bare, other, quick }: World): Promise<Line[]> {
  const { organizationId } = other;
  await bare.query(
    `insert into roles (organization_id, id, key, name, permissions)
     values ($1, gen_random_uuid(), 'crowd', 'Crowd', '{orders.view}') on conflict do nothing`,
    [organizationId],
  );
  await addMembers(bare, other, { from: 1, to: members });
  const client = await bare.connect();
  await client.query("set session_replication_role = replica");
  await client.query("update memberships set role_key = 'crowd' where organization_id = $1 and role_key = 'user'", [
    organizationId,
  ]);
  await client.query("reset session_replication_role");
  client.release();
  const filled = await bare.query(
    `insert into guard.rights (organization_id, membership_id, user_id, role_key, slug, is_open, permissions)
     select m.organization_id, m.id, m.user_id, m.role_key, g.slug, true, repeat('0', 256)::bit(256)
     from memberships m join organizations g on g.id = m.organization_id
     where m.organization_id = $1 and m.role_key = 'crowd' on conflict do nothing`,
    [organizationId],
  );
  if ((filled.rowCount ?? 0) < members) throw new Error("The crowd is not there.");
  let turn = 0;
  const ways = [
    {
      name: "plain",
      run: () =>
        bare.query(
          `update guard.rights set permissions = set_bit(permissions, 255, 1 - get_bit(permissions, 255))
           where organization_id = $1 and role_key = 'crowd'`,
          [organizationId],
        ),
    },
    {
      name: "role",
      run: () =>
        bare.query("update roles set permissions = $2 where organization_id = $1 and key = 'crowd'", [
          organizationId,
          turn++ % 2 === 0 ? ["orders.view", "orders.create"] : ["orders.view"],
        ]),
    },
  ];
  const [plain = 0, role = 1] = await compare(ways, { rounds: quick ? 5 : 15, perRound: 1, callers: 1 });
  const [drift] = (
    await bare.query("select count(*)::int as count from guard.rights_drift() where organization_id = $1", [
      organizationId,
    ])
  ).rows;
  return [
    {
      target: "14",
      what: "A role of 10,000 members changed, of the plain update of their rows of rights",
      atLeast: "3x",
      measured: `${times(role / plain)}, ${drift.count} of them wrong`,
      met: role / plain <= 3 && drift.count === 0,
    },
  ];
}
