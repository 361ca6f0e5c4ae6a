import { expect, it } from "vitest";
import { newApiKey } from "@/lib/keys/key-format";
import { createKey } from "@/lib/testing/keys";
import { a, inside, open, refusal, sql } from "@/lib/testing/raw-context";
import { addMember, request } from "@/lib/testing/world";

it("a key replaces itself by one of its own mode", async () => {
  const key = await createKey(a);
  const replaceBy = (made: string) =>
    sql.begin(async (turn) => {
      await turn`select guard.open(${key}, '', null, 'keys.rotate_own', ${turn.json(request())})`;
      await turn`select guard.rotate_own_key(${made}, 1)`;
    });
  expect(await refusal(replaceBy(newApiKey("part", "test")))).toBe("BE022");
  expect(await refusal(replaceBy(newApiKey("part")))).toBe("done");
});

it("which calls named a record is told to those who see the log", async () => {
  const driver = await addMember(a, { role: "driver" });
  const ask = "select guard.calls_of_record('shp_00000000000000000000000000', 10)";
  const asked = sql.begin(async (turn) => {
    await open(turn, driver, a, "overview.view");
    expect(await refusal(turn.savepoint((inner) => inner.unsafe(ask)))).toBe("BE003");
    await turn`select guard.organization_id()`;
  });
  expect(await refusal(asked)).toBe("done");
  expect(await refusal(inside(a, (turn) => turn.unsafe(ask)))).toBe("done");
});
