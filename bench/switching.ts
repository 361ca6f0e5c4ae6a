import { percentile } from "./compare";
import { point } from "./reads";
import { type Line, times } from "./report";
import { handleOf, type World } from "./world";

/** Target 10: a read in one organization, then in another, as whoever has two tabs does; nothing is kept between them. */
export async function switching(world: World): Promise<Line[]> {
  const handles = [world.organization, world.other].map((each) => ({ handle: handleOf(each), id: each.membershipId }));
  let turn = 0;
  const { organizationId, membershipId } = world.organization;
  const text = "select id, name, email, role_key from memberships where organization_id = $1 and id = $2";
  const ways = [
    { name: "bare", run: () => world.bare.query({ name: "bare", text, values: [organizationId, membershipId] }) },
    {
      name: "switch",
      run: async () => {
        const { handle, id } = handles[turn++ % 2] ?? {};
        await handle?.run(point, { id: id ?? "" });
      },
    },
  ];
  const [bare = 1, switched = 0] = await percentile(ways, 0.5, world.quick ? 1000 : 4000);
  return [
    {
      target: "10",
      what: "First read after a switch of organization, p50, of the bare point read",
      atLeast: "1.6x",
      measured: times(switched / bare),
      met: switched / bare <= 1.6,
    },
  ];
}
