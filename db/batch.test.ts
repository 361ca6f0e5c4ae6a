import pg from "pg";
import { expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { sendTogether } from "./batch";

const unreadable = {
  getTypeParser: () => () => {
    throw new Error("not a number at all");
  },
};

it("a value that its reader refuses fails its statement and all behind it, and the connection lives on", async () => {
  const client = new pg.Client({ connectionString: (await testDatabase()).app, pipeline: true } as pg.ClientConfig); // newer than its types
  await client.connect();
  try {
    const one = { text: "select 1 as one", values: [] };
    const broken = { text: "select 2 as two", values: [], types: unreadable };
    const { error, results } = await sendTogether(client, [one, broken, one]);
    expect(error?.message).toBe("not a number at all");
    expect(results.map(({ rows }) => rows)).toEqual([[{ one: 1 }]]);
    const after = await sendTogether(client, [one]);
    expect([after.error, after.results[0]?.rows]).toEqual([null, [{ one: 1 }]]);
  } finally {
    await client.end();
  }
});
