import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { a, b, connect, inside, other, refusal, sql } from "@/lib/testing/raw-context";

const { superuser } = await testDatabase();

const captured = () =>
  inside(a, async (transaction) => {
    const [row] = await transaction<{ context: string; detail: string }[]>`
      select current_setting('berth.context') as context, current_setting('berth.detail') as detail`;
    return row ?? { context: "", detail: "" };
  });

function replay(on: postgres.Sql, context: string, detail: string) {
  return on.begin(async (transaction) => {
    await transaction`select set_config('berth.context', ${context}, true), set_config('berth.detail', ${detail}, true)`;
    return transaction`select organization_id from memberships`;
  });
}

describe("forging a context [S6]", () => {
  it("a live context is refused in the next transaction, on another backend and after a reconnect", async () => {
    const { context, detail } = await captured();
    expect(await refusal(replay(sql, context, detail))).toBe("42501");
    expect(await refusal(replay(other, context, detail))).toBe("42501");
    const again = connect();
    expect(await refusal(replay(again, context, detail))).toBe("42501");
    await again.end();
  });

  it("kept at session level it opens no later transaction", async () => {
    const kept = connect();
    await inside(
      a,
      (transaction) => transaction`select set_config('berth.context', current_setting('berth.context'), false)`,
      kept,
    );
    expect(await refusal(kept`select * from memberships`)).toBe("42501");
    await kept.end();
  });

  it("no byte of it can be changed inside its own transaction", async () => {
    const { context } = await captured();
    const bytes = context.length / 2;
    // Every field once: mac, kind, organization, user, membership, credential, acting as, request, deadline, digest, rights.
    for (const at of [0, 31, 35, 36, 51, 52, 68, 84, 100, 116, 132, 139, 140, 171, 172, bytes - 1]) {
      const changed = inside(a, async (transaction) => {
        await transaction`select set_config('berth.context',
          encode(set_byte(decode(current_setting('berth.context'), 'hex'), ${at}::int,
            get_byte(decode(current_setting('berth.context'), 'hex'), ${at}::int) # 1), 'hex'), true)`;
        return transaction`select organization_id from memberships`;
      });
      expect(await refusal(changed), `byte ${at}`).toBe("42501");
    }
  });

  it("another organization's id in the place of the own one is refused", async () => {
    const forged = inside(a, async (transaction) => {
      await transaction`select set_config('berth.context', overlay(current_setting('berth.context')
        placing ${b.id.replaceAll("-", "")} from 73 for 32), true)`;
      return transaction`select * from memberships`;
    });
    expect(await refusal(forged)).toBe("42501");
  });

  it.each(["", "0", "zz".repeat(204), "00".repeat(204), "ff".repeat(204), "00".repeat(203), "\u00e9".repeat(408)])(
    "nonsense is refused: %s",
    async (context) => {
      expect(await refusal(replay(sql, context, "{}"))).toBe("42501");
    },
  );

  it("the operation's name and the address cannot be changed for the audit trail", async () => {
    const lie = inside(a, async (transaction) => {
      await transaction`select set_config('berth.detail', '{"operation": "something.else"}', true)`;
      return transaction`insert into roles (id, key, name) values (gen_random_uuid(), 'quiet', 'Quiet')`;
    });
    expect(await refusal(lie)).toBe("42501");
  });

  it("ends at its deadline, not at the end of the transaction", async () => {
    const late = postgres(superuser, { max: 1, onnotice: () => undefined });
    const work = late.begin(async (transaction) => {
      await transaction.unsafe("set local role berth_guard");
      await transaction`select guard.set_context(1, ${a.id}, ${a.owner.userId}, null, null, null, null, 'members.list', 'session', '{}',
        clock_timestamp() + interval '300 milliseconds')`;
      await transaction.unsafe("set local role berth_app");
      expect((await transaction`select 1 from memberships`).length).toBeGreaterThan(0);
      await transaction`select pg_sleep(0.4)`;
      return transaction`select 1 from memberships`;
    });
    expect(await refusal(work)).toBe("42501");
    await late.end();
  });

  it("known limit: transactions inside one client message share their start, so a context outlives its commit there", async () => {
    const message = `begin; select guard.open('${a.owner.hostSession}', '${a.slug}', null, 'members.list', '{}');
      select set_config('berth.context', current_setting('berth.context'), false); commit;
      begin; select distinct organization_id from memberships; commit;`;
    const single = connect();
    const results = (await single.unsafe(message).simple()) as unknown as { organization_id?: string }[][];
    expect(results.flat().find((row) => row?.organization_id)?.organization_id).toBe(a.id);
    expect(await refusal(single`select * from memberships`)).toBe("42501");
    await single.end();
  });
});
