import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { BerthError } from "@/lib/errors";
import { encodeId } from "@/lib/ids";
import { memberCsv } from "@/lib/members/columns-csv";
import { exportMembers, setMemberRole } from "@/lib/members/operations";
import { exportRegistrations } from "@/lib/registrations/operations";
import { makeRequest } from "@/lib/testing/records";
import { addMember, createOrganization, createPerson, guard, type Organization } from "@/lib/testing/world";
import { listFile } from "./list-route";

const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

function fileOf({ owner }: { owner: Organization["owner"] }, filters: Record<string, unknown> = {}) {
  return listFile({
    read: (cursor) => owner.handle.run(exportMembers, { ...filters, ...(cursor ? { cursor } : {}) }),
    columns: memberCsv,
    name: "members.csv",
  });
}

const recorded = (organization: Organization, operation: string) => guard<{ after: object; actor_user_id: string }[]>`
  select after, actor_user_id from audit.entries
  where organization_id = ${organization.id} and operation = ${operation} and action = 'exported'`;

describe("an export", () => {
  it("holds the filtered list of its own organization, and is on the record once", async () => {
    const organization = await createOrganization();
    const other = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    await addMember(organization, { role: "user" });
    const response = await fileOf(organization, { role: ["driver"] });
    expect(response.headers.get("content-type")).toContain("text/csv");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="members.csv"');
    const text = await response.text();
    expect(rowsOf(text)).toMatchObject([{ "E-mail": driver.email, Role: "Driver", Status: "active" }]);
    expect(text).not.toContain(other.owner.email);
    expect(await recorded(organization, "members.export")).toMatchObject([
      { after: { filters: { role: ["driver"] } }, actor_user_id: organization.owner.userId },
    ]);
    expect(await recorded(other, "members.export")).toEqual([]);
  });

  it("reads on page by page, every row once", async () => {
    const organization = await createOrganization();
    await guard`insert into public.users (id, email, name, email_verified_at)
      select gen_random_uuid(), ${organization.slug} || '-' || n || '@many.example', 'Person ' || n, now()
      from generate_series(1, 1100) n`;
    await guard`select guard.join(${organization.id}, id, 'user', 'seed', null) from public.users
      where email like ${`${organization.slug}-%@many.example`}`;
    const rows = rowsOf(await (await fileOf(organization)).text());
    expect(rows).toHaveLength(1101);
    expect(new Set(rows.map(({ Id }) => Id)).size).toBe(1101);
    expect(await recorded(organization, "members.export")).toHaveLength(1);
  });

  it("ends where the right ends, also half way", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    let pages = 0;
    const response = await listFile({
      read: async () => {
        pages += 1;
        const page = await admin.handle.run(exportMembers, {});
        const id = encodeId("mem", admin.membershipId);
        await organization.owner.handle.run(setMemberRole, { id, role: "user" });
        return { ...page, next_cursor: "more" };
      },
      columns: memberCsv,
      name: "members.csv",
    });
    await expect(response.text()).rejects.toMatchObject({ code: "forbidden" });
    expect(pages).toBe(2);
    const refused = await listFile({
      read: () => admin.handle.run(exportMembers, {}),
      columns: memberCsv,
      name: "members.csv",
    });
    expect(refused.status).toBe(403);
    const late = new BerthError("limited", "Too often.", { retryAfter: 7 });
    const waits = await listFile({ read: () => Promise.reject(late), columns: memberCsv, name: "members.csv" });
    expect([waits.status, waits.headers.get("retry-after")]).toEqual([429, "7"]);
    const over = new BerthError("suspended", "This organization is suspended.");
    expect((await listFile({ read: () => Promise.reject(over), columns: memberCsv, name: "members.csv" })).status).toBe(
      over.status,
    );
  });

  it("makes hostile names inert [S92]", async () => {
    const organization = await createOrganization();
    await addMember(organization, { person: await createPerson({ name: '=HYPERLINK("http://evil.example")' }) });
    const rows = rowsOf(await (await fileOf(organization)).text());
    expect(rows.map(({ Name }) => Name)).toContain('\'=HYPERLINK("http://evil.example")');
  });

  it("has the whole history of requests, whatever became of them", async () => {
    const organization = await createOrganization();
    await makeRequest(organization);
    await makeRequest(organization);
    await guard`update public.registration_requests set state = 'rejected', closed_as = 'overdue', decided_at = now()
      where id = (select id from public.registration_requests where organization_id = ${organization.id} limit 1)`;
    const { handle } = organization.owner;
    const states = async (filters: object) =>
      (await handle.run(exportRegistrations, filters)).data.map(({ state }) => state).sort();
    expect(await states({})).toEqual(["pending", "rejected"]);
    expect(await states({ state: "rejected" })).toEqual(["rejected"]);
    expect(await recorded(organization, "registrations.export")).toHaveLength(2);
  });
});
