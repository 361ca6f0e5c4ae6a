import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { Agent, request } from "undici";
import { v7 as uuidv7 } from "uuid";
import { networksOf } from "@/lib/egress/address";
import { baseEnv } from "@/lib/env";
import { leasesOf } from "@/lib/jobs/leases";
import { workerPool } from "@/lib/jobs/pool";
import { keepDelivering } from "@/lib/webhooks/delivering";
import { newSecret, sealSecret } from "@/lib/webhooks/secret";
import { compare } from "./compare";
import { type Line, percent } from "./report";
import { connect, type World } from "./world";

const callers = 32;

/** Target 11: events of one organization put down and sent, beside a loop that only signs and posts. */
export async function webhooks({ server, bare, organization, quick }: World): Promise<Line[]> {
  const amount = quick ? 500 : 4000;
  let arrived = 0;
  let loops = false;
  let whole = () => {};
  let settled = 0;
  const receiver = createServer((asked, response) => {
    asked.resume();
    asked.on("end", () => {
      response.end();
      arrived += 1;
      if (arrived === amount && loops) whole();
    });
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const all = (looping: boolean) => {
    loops = looping;
    arrived = 0;
    settled = 0;
    return new Promise<void>((resolve) => {
      whole = resolve;
    });
  };

  const owner = await connect(server.urls.owner);
  // What earlier runs left behind, also those that were ended halfway: it would be sent in between.
  const tables = ["guard.event_outbox", "webhook_attempts", "webhook_deliveries", "guard.webhook_endpoints", "events"];
  await bare.query(`truncate ${tables.join(", ")}`);
  for (const table of tables) await bare.query(`vacuum analyze ${table}`);
  await owner.query("set role berth_guard");
  const endpointId = uuidv7();
  const { organizationId } = organization;
  const sealed = sealSecret(newSecret(), { organizationId, endpointId });
  await owner.query(
    `insert into guard.webhook_endpoints (organization_id, id, url, events, sealed_secret, is_slow) values ($1, $2, $3, '{*}', $4, false)`,
    [organizationId, endpointId, url, sealed],
  );
  const pool = workerPool(server.urls.worker, 3, pino({ level: "silent" }));
  const leases = leasesOf(pool);
  const delivering = keepDelivering({
    book: {
      ...leases,
      async settleDeliveries(outcomes) {
        const again = await leases.settleDeliveries(outcomes);
        settled += outcomes.filter((outcome) => !("untried" in outcome)).length;
        if (settled === amount) whole();
        return again;
      },
    },
    egress: { allowed: networksOf("127.0.0.1") },
    secret: baseEnv().secret,
    logger: pino({ level: "silent" }),
  });
  const agent = new Agent({ connections: callers });
  const body = JSON.stringify({ event: "role.created", data: { name: "x".repeat(400) } });
  const ways = [
    {
      name: "loop",
      run: async () => {
        const done = all(true);
        await Promise.all(
          Array.from({ length: callers }, async (_, at) => {
            for (let sent = at; sent < amount; sent += callers) {
              const signature = createHmac("sha256", "secret").update(`${sent}.${body}`).digest("base64");
              const answer = await request(url, { method: "POST", dispatcher: agent, body, headers: { signature } });
              await answer.body.dump();
            }
          }),
        );
        await done;
      },
    },
    {
      name: "webhooks",
      run: async () => {
        const done = all(false);
        await owner.query(
          `with told as (insert into public.events (organization_id, id, type, record_type, record, created_at)
            select $1, guard.uuid7(), 'role.created', 'roles', jsonb_build_object('name', repeat('x', 400)), now()
            from generate_series(1, $2) returning organization_id, id, type)
          select guard.queue_event(organization_id, id, type, false) from told`,
          [organizationId, amount],
        );
        await done;
      },
    },
  ];
  const [loop = 0, ours = 1] = await compare(ways, { rounds: quick ? 3 : 8, perRound: 1, callers: 1 });
  await delivering.stop();
  await owner.query("delete from public.webhook_attempts where organization_id = $1", [organizationId]);
  await owner.query("delete from public.webhook_deliveries where organization_id = $1", [organizationId]);
  await owner.query("delete from guard.webhook_endpoints where organization_id = $1", [organizationId]);
  await Promise.all([owner.end(), pool.end(), agent.close()]);
  receiver.closeAllConnections();
  receiver.close();
  return [
    {
      target: "11",
      what: "Webhooks, their putting down included, of a loop that signs and posts without a database",
      atLeast: "30 %",
      measured: percent(loop / ours),
      met: loop / ours >= 0.3,
    },
  ];
}
