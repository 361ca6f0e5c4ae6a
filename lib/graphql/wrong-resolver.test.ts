import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { makeShipment } from "@/lib/testing/work-records";
import { createOrganization } from "@/lib/testing/world";
import type { Reader } from "./reader";
import { schema } from "./schema";

serveGraphql();

describe("a resolver that is wrong", () => {
  it("reads nothing of another organization, whatever it asks [S1] [S31]", async () => {
    const own = await createOrganization();
    const foreign = await createOrganization();
    await makeShipment(own);
    await makeShipment(foreign);
    const wrong = defineOperation({
      name: "shipments.list",
      scope: "organization",
      permission: "shipments.view",
      access: "read",
      summary: "Everything that can be reached",
      input: z.strictObject({}),
      output: z.array(z.object({ organization_id: z.string() })),
      run: ({ db }) =>
        db.rows(
          sql`select organization_id from shipments where organization_id = ${foreign.id} or true`,
          z.object({ organization_id: z.string() }),
        ),
    });
    const field = schema.getQueryType()?.getFields().auditlog;
    if (!field) throw new Error("no field");
    const right = field.resolve;
    field.resolve = async (_source, _args, reader: Reader) => ({
      object_pk: JSON.stringify(await reader.here().run(wrong, {})),
    });
    try {
      const { data } = await graphql(`{ auditlog(id: "1") { object_pk } }`, { key: await createKey(own) });
      expect(JSON.parse(data.auditlog.object_pk)).toEqual([{ organization_id: own.id }]);
    } finally {
      if (right) field.resolve = right;
      else delete field.resolve;
    }
  });
});
