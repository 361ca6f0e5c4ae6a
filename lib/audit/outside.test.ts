import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { outsideColumns, outsideNames, outsideRecord } from "./outside";
import { outsidePath } from "./places";

serveGraphql();

const [one, other] = ["01234567-89ab-7def-8123-456789abcdef", "01234567-89ab-7def-8123-456789abcde0"];

describe("ids in the audit trail", () => {
  it("are prefixed by the kind of record, the column, or both", () => {
    expect(outsideRecord("shipments", one)).toBe(encodeId("shp", one));
    expect([outsideRecord("operations", one), outsideRecord("shipments", null)]).toEqual([one, null]);
    expect(
      outsideColumns("branches", { id: one, parent_id: other, manager_id: null, name: one, organization_id: one }),
    ).toEqual({
      ...{ id: encodeId("brn", one), parent_id: encodeId("brn", other), manager_id: null },
      ...{ name: one, organization_id: encodeId("org", one) },
    });
    expect(outsideColumns("sessions", { parent_id: one })).toEqual({ parent_id: encodeId("ses", one) });
    expect(outsideColumns("invitations", { branch_ids: [one] })).toEqual({ branch_ids: [encodeId("brn", one)] });
    expect(
      outsideNames(
        { recordType: "orders", recordId: one, before: null, after: { customer_id: other } },
        {
          [one]: "SO-1",
          [other]: "Acme",
        },
      ),
    ).toEqual({ [encodeId("ord", one)]: "SO-1", [encodeId("cus", other)]: "Acme" });
  });

  it("are prefixed in every column of every table whose changes are on the record", async () => {
    const found = await guard<{ type: string; column: string }[]>`
      select c.relname as type, a.attname as column from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
      where t.tgfoid = 'audit.record()'::regprocedure group by 1, 2 order by 1, 2`;
    expect(found.length).toBeGreaterThan(50);
    const bare = found.flatMap(({ type, column }) => {
      const told = outsideColumns(type, { [column]: [one] });
      return told?.[column]?.toString() === one ? [`${type}.${column}`] : [];
    });
    expect(bare).toEqual([]);
    const unknown = new Set(found.filter(({ column }) => column === "id").map(({ type }) => type));
    expect([...unknown].filter((type) => outsideRecord(type, one) === one)).toEqual([]);
  });

  it("are prefixed in what is on the platform's record", async () => {
    const found = await guard<{ type: string }[]>`
      select distinct m[1] as type from pg_proc p, regexp_matches(p.prosrc, 'record_platform\\([^,]+, ''([a-z_]+)'', (?!null)', 'g') m
      where p.pronamespace = 'guard'::regnamespace order by 1`;
    expect(found.map(({ type }) => type)).toContain("server_keys");
    expect(found.filter(({ type }) => outsideRecord(type, one) === one)).toEqual([]);
    expect(outsideColumns("organizations", { person: one, role: "staff" })).toEqual({
      person: encodeId("usr", one),
      role: "staff",
    });
  });

  it("are prefixed in the addresses of their pages", () => {
    expect(outsidePath(`/registrations/${one}`)).toBe(`/registrations/${encodeId("reg", one)}`);
    expect(outsidePath(`/orders/${one}?tab=history`)).toBe(`/orders/${encodeId("ord", one)}?tab=history`);
    const others = ["/registrations", `/elsewhere/${one}`, `/orders/${one}x`, "/orders/new", null];
    expect(others.map(outsidePath)).toEqual(others);
  });

  it("leave prefixed over REST and GraphQL, and both forms are found by", async () => {
    const organization = await createOrganization();
    const key = await createKey(organization);
    const member = await addMember(organization);
    const id = encodeId("mem", member.membershipId);
    await callApi({ method: "PATCH", path: `/members/${id}`, key, body: { role: "manager" } });
    const [entry] = (await callApi({ path: "/audit?operation=members.set_role", key })).body.data;
    expect(entry).toMatchObject({ record_type: "memberships", record_id: id, record_path: `/members/${id}` });
    const all = (await callApi({ path: "/audit?limit=100", key })).body.data;
    const bare = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;
    const named = all.flatMap(({ record_type, record_id, before, after }: Record<string, unknown>) => [
      ...(bare.test(String(record_id)) ? [`${record_type}`] : []),
      ...Object.entries({ ...(before as object), ...(after as object) }).flatMap(([column, value]) =>
        bare.test(String(value)) ? [`${record_type}.${column}`] : [],
      ),
    ]);
    expect([...new Set(named)]).toEqual([]);
    for (const form of [id, member.membershipId]) {
      const { data } = (await callApi({ path: `/audit?q=record:${form}&operation=members.set_role`, key })).body;
      expect(data.map((each: { id: number }) => each.id)).toEqual([entry.id]);
      const document = `{ auditlogs(filter: { object_pk: "${form}", action: ["update"] }) { edges { node { object_pk } } } }`;
      const { data: found } = await graphql(document, { key });
      expect(found.auditlogs.edges).toEqual([{ node: { object_pk: id } }]);
    }
  });
});
