import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { inDatabase } from "@/db/bootstrap";
import { callApi } from "@/lib/testing/api";
import { testDatabase } from "@/lib/testing/database";
import { createKey } from "@/lib/testing/keys";
import { createOrganization } from "@/lib/testing/world";

const { app, superuser } = await testDatabase();
const database = new URL(app).pathname.slice(1);
const sql = postgres(inDatabase(superuser, "postgres"), { max: 1, onnotice: () => undefined });

afterAll(() => sql.end());

describe("while the database is away [S42 S122]", () => {
  it("the API says so in words, shows nothing of the inside, and recovers by itself", async () => {
    const key = await createKey(await createOrganization());
    expect((await callApi({ path: "/members", key })).status).toBe(200);
    await sql.unsafe(`alter database ${database} with allow_connections false`);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${database} and usename = 'berth_app'`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => callApi({ path: "/members", key })));
    for (const { status, text, body, headers } of answers) {
      expect(status).toBe(503);
      expect(headers.get("retry-after")).toBe("5");
      expect(body).toEqual({
        errors: [{ code: "unavailable", level: "error", message: expect.stringContaining("try again") }],
        request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(text).not.toMatch(/select|guard\.|berth_|postgres|node_modules|\.ts|\bat /i);
    }
    await sql.unsafe(`alter database ${database} with allow_connections true`);
    expect((await callApi({ path: "/members", key })).status).toBe(200);
  });
});
