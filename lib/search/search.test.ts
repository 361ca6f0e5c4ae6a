import { describe, expect, it } from "vitest";
import { createKey } from "@/lib/keys/operations";
import { requestAccess } from "@/lib/registrations/asking-operations";
import { resources } from "@/lib/resources";
import { createShipment } from "@/lib/shipments/operations";
import { callApi } from "@/lib/testing/api";
import { receiveNoted } from "@/lib/testing/requests";
import { makeRecord } from "@/lib/testing/resource-cases";
import { someShipment } from "@/lib/testing/work-records";
import {
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Member,
  publicHandle,
  unique,
} from "@/lib/testing/world";
import { searchRecords } from "./operations";
import type { Hit } from "./schema";

const searchable = resources.filter(({ search }) => search);

const search = async (member: Pick<Member, "handle">, q: string) =>
  (await member.handle.run(searchRecords, { q })).data;

async function world() {
  const organization = await createOrganization();
  const word = unique("needle").replaceAll("-", "");
  const person = await createPerson({ name: `Nina ${word}`, email: `${word}@people.example` });
  const nina = await addMember(organization, { person, role: "user" });
  await organization.owner.handle.run(createKey, { label: `Scanner ${word}` });
  await publicHandle().run(requestAccess, {
    slug: organization.slug,
    email: `asks-${word}@guests.example`,
    name: "Rita Request",
    message: "",
  });
  await receiveNoted();
  const shipment = await organization.owner.handle.run(createShipment, {
    ...someShipment,
    reference: `${word}-1`,
  } as never);
  return { organization, word, nina, shipment };
}

describe("search", () => {
  it("[S96] finds records of every kind by any part of number, name or address, and nothing of another organization", async () => {
    const { organization, word } = await world();
    const stranger = await createOrganization();
    const found = await search(organization.owner, word.toUpperCase().slice(2));
    expect(found.map(({ kind }) => kind).sort()).toEqual(["key", "member", "request", "shipment"]);
    const paths: Partial<Record<Hit["kind"], RegExp>> = {
      key: /^\/api-keys$/,
      member: /^\/members\/mem_/,
      request: /^\/registrations\/reg_/,
      shipment: /^\/shipments\/shp_/,
    };
    for (const { kind, path } of found) expect(path).toMatch(paths[kind] ?? /nowhere/);
    expect(await search(stranger.owner, word)).toEqual([]);
    expect(await search(organization.owner, `people.example`)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: "member", detail: `${word}@people.example` })]),
    );
  });

  it("shows only kinds that the person may see", async () => {
    const { organization, word, nina } = await world();
    expect((await search(nina, word)).map(({ kind }) => kind)).toEqual(["shipment"]);
    const staff = await addMember(organization, { role: "staff" });
    expect(await search(staff, word)).toEqual([]);
    const developer = await addMember(organization, { role: "developer" });
    expect((await search(developer, word)).map(({ kind }) => kind)).toEqual(["key"]);
  });

  it.each(searchable.map((each) => [each.name, each] as const))(
    "[S96] finds %s by how they are called, for those who may see them, and nothing of another organization",
    async (_, resource) => {
      const [organization, stranger] = [await createOrganization(), await createOrganization()];
      const id = await makeRecord(organization, resource);
      const record = await organization.owner.handle.run(resource.operations.find, { id });
      const called = String(record[resource.title]);
      const [first] = await search(organization.owner, called.toLowerCase());
      expect(first).toMatchObject({ id, label: called, kind: resource.words.one, path: `${resource.path}/${id}` });
      await makeRecord(stranger, resource);
      const foreign = await search(stranger.owner, called);
      expect(foreign.map((hit) => hit.id)).not.toContain(id);
      const staff = await addMember(organization, { role: "staff" });
      expect(await search(staff, called)).toEqual([]);
    },
  );

  it("takes every character as itself, and too little as nothing", async () => {
    const { organization } = await world();
    for (const q of ["%%", "__", "\\\\", "' or 1=1 --", "a\u0000", "x".repeat(200), "\ud83d\ude80\ud83d\ude80"])
      expect(await search(organization.owner, q), q).toEqual([]);
    for (const q of ["", " ", "n"]) expect(await search(organization.owner, q)).toEqual([]);
    await expect(search(organization.owner, "x".repeat(201))).rejects.toMatchObject({ code: "invalid" });
  });

  it("puts the exact number first, and gives at most five of a kind", async () => {
    const { organization, word } = await world();
    for (let n = 2; n < 9; n += 1)
      await organization.owner.handle.run(createShipment, { ...someShipment, reference: `${word}-1${n}` } as never);
    const hits = (await search(organization.owner, `${word}-1`)).filter(({ kind }) => kind === "shipment");
    expect(hits).toHaveLength(5);
    expect(hits[0]?.label).toBe(`${word}-1`);
  });

  it("follows a new name at once, and leaves no trace of its index in the record", async () => {
    const { organization, nina } = await world();
    const name = `Renamed ${unique("other")}`;
    await guard`update public.users set name = ${name} where id = ${nina.userId}`;
    expect(await search(organization.owner, name)).toMatchObject([{ kind: "member", label: name }]);
    const [entry] = await guard<{ after: Record<string, unknown> }[]>`
      select after from audit.entries where organization_id = ${organization.id} and record_id = ${nina.membershipId} order by id desc limit 1`;
    expect(Object.keys(entry?.after ?? {})).toEqual(["name"]);
  });

  it("[S96] is asked over HTTP by the page's own session, and never kept", async () => {
    const { organization, word } = await world();
    const answer = await callApi({
      path: `/search?q=${word}`,
      slug: organization.slug,
      session: organization.owner.hostSession,
    });
    expect([answer.status, answer.body.data.length]).toEqual([200, 4]);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const other = await createOrganization();
    const foreign = await callApi({
      path: `/search?q=${word}`,
      slug: other.slug,
      session: organization.owner.hostSession,
    });
    expect(foreign.status).toBe(401);
  });
});
