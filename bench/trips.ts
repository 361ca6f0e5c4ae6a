import { sendTogether } from "@/db/batch";
import { delayingProxy } from "@/lib/testing/proxy";
import { openingOf } from "./opening";
import type { Line } from "./report";
import { connect, type World } from "./world";

/**
 * Target 4, below the library: what a read and a write send, counted by a proxy. That operations come down to this is
 * held by lib/access/round-trips.test.ts.
 */
export async function trips({ server, organization }: World): Promise<Line[]> {
  const proxy = await delayingProxy(server.urls.app, 20);
  const client = await connect(proxy.url);
  const text = "select name from memberships where organization_id = $1 and id = $2";
  const question = { text, values: [organization.organizationId, organization.membershipId] };
  proxy.trips();
  await sendTogether(client, [openingOf(organization), question]);
  const single = proxy.trips();
  const { text: open } = { text: "select guard.open($1, $2, $3, $4, $5) as opened" };
  await sendTogether(client, [
    { text: "begin", values: [] },
    { text: open, values: openingOf(organization).values },
    question,
  ]);
  await sendTogether(client, [{ text: "commit", values: [] }]);
  const general = proxy.trips();
  await client.end();
  await proxy.close();
  return [
    {
      target: "4",
      what: "Round trips: single read / general work",
      atLeast: "1 / 2",
      measured: `${single} / ${general}`,
      met: single === 1 && general === 2,
    },
  ];
}
