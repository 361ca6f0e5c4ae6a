import postgres from "postgres";
import { afterAll, describe, expect, it, vi } from "vitest";
import { live } from "@/lib/access/live";
import { decodeId } from "@/lib/ids";
import { archiveNotices, watchNotices } from "@/lib/notices/operations";
import { updatePolicy } from "@/lib/policy/operations";
import { approveRegistration } from "@/lib/registrations/operations";
import { viewAccountShell, viewShell } from "@/lib/shell/operations";
import { enrolPerson, noPolicy } from "@/lib/testing/factors";
import { makeNotice, makeRequest } from "@/lib/testing/records";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Person,
  request,
} from "@/lib/testing/world";
import { archiveMyNotices, listMyNotices, markMyNoticesRead, watchMyNotices } from "./inbox-operations";
import { inboxStream } from "./stream";

const app = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
afterAll(() => Promise.all([app.end(), live().end()]));

const listed = async (who: Person, given: { organizationId?: string; show?: "unread" | "archived" } = {}) =>
  (await accountHandle(who).run(listMyNotices, given)).data;
const read = (who: Person, given: { organizationId?: string; ids?: string[] } = {}) =>
  accountHandle(who).run(markMyNoticesRead, given);

async function unread(who: Person): Promise<Record<string, number | null>> {
  const { unread: places } = await accountHandle(who).run(viewAccountShell, {});
  return Object.fromEntries(places.map((place) => [place.organizationId, place.unread]));
}

/** Two organizations of one person, with two and one unread notices; a third where the person is not. */
async function three() {
  const a = await createOrganization();
  const b = await createOrganization({ owner: a.owner });
  const c = await createOrganization();
  const ids = [await makeNotice(a), await makeNotice(a), await makeNotice(b), await makeNotice(c)];
  return { a, b, c, ids, me: a.owner };
}

/** Answers of the application's role inside a context that a session opened on the root host; its SQLSTATE otherwise. */
async function asAccount(who: Person, ask: (sql: postgres.TransactionSql) => Promise<unknown>): Promise<unknown> {
  try {
    return await app.begin(async (sql) => {
      await sql`select guard.open_account(${who.session}, 'account.notices', ${sql.json(request())})`;
      return ask(sql);
    });
  } catch (error) {
    return error instanceof postgres.PostgresError ? error.code : String(error);
  }
}

describe("the notices of all my organizations", () => {
  it("are one list, newest first, counted by organization, and of one where that is asked for", async () => {
    const { a, b, ids, me } = await three();
    const own = ids.slice(0, 3);
    expect((await listed(me)).map(({ id }) => id)).toEqual([...own].reverse());
    expect((await listed(me, { organizationId: b.id })).map(({ id }) => id)).toEqual([own[2]]);
    expect(await unread(me)).toEqual({ [a.id]: 2, [b.id]: 1 });
    expect(await read(me, { ids: [own[0] ?? ""] })).toEqual({ marked: 1 });
    expect((await listed(me, { show: "unread" })).map(({ id }) => id)).toEqual([own[2], own[1]]);
    expect(await read(me, { organizationId: a.id })).toEqual({ marked: 1 });
    expect(await unread(me)).toEqual({ [a.id]: 0, [b.id]: 1 });
    expect(await read(me)).toEqual({ marked: 1 });
    expect(await unread(me)).toEqual({ [a.id]: 0, [b.id]: 0 });
  });

  it("leave out what stands in the archive, and what the bell was not to show", async () => {
    const { a, ids, me } = await three();
    await a.owner.handle.run(archiveNotices, { ids: [ids[0] ?? ""], archived: true });
    await guard`update public.notices set in_app = false where organization_id = ${a.id} and archived_at is null`;
    expect(await listed(me, { organizationId: a.id })).toEqual([]);
    expect((await unread(me))[a.id]).toBe(0);
  });

  it("come page by page, each once, in the order of all of them", async () => {
    const { a, b, me } = await three();
    for (let more = 0; more < 4; more++) await makeNotice(more % 2 ? a : b);
    const all = (await listed(me)).map(({ id }) => id);
    expect(all).toHaveLength(7);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const next = await accountHandle(me).run(listMyNotices, { limit: 3, ...(cursor && { cursor }) });
      seen.push(...next.data.map(({ id }) => id));
      cursor = next.next_cursor ?? undefined;
    } while (cursor && seen.length < 10);
    expect(seen).toEqual(all);
    const { next_cursor } = await accountHandle(me).run(listMyNotices, { limit: 3 });
    const other = accountHandle(await createPerson()).run(listMyNotices, { limit: 3, cursor: next_cursor ?? "" });
    await expect(other).rejects.toMatchObject({ reason: "bad_cursor" });
  });

  it("say how the request that each is about stands, to who decides there [S68]", async () => {
    const { a, b, me } = await three();
    const [own, other] = [await makeRequest(a), await makeRequest(b)];
    const member = await addMember(a);
    const tell = (userId: string, request: string) => guard`
      insert into public.notices (organization_id, id, user_id, kind, title, record_id)
      values (${a.id}, guard.uuid7(), ${userId}, 'registration.waiting', 'Ada asks to join', ${decodeId("reg", request) ?? ""})`;
    await tell(me.userId, other);
    await tell(me.userId, own);
    await tell(member.userId, own);
    const [first, second] = await listed(me);
    expect(first?.request).toEqual({ id: own, state: "pending" });
    expect(second?.request).toBeNull();
    expect((await listed(member)).map(({ request }) => request)).toEqual([null]);
    await a.owner.handle.run(approveRegistration, { id: own, role: "user" });
    expect((await listed(me))[0]?.request).toEqual({ id: own, state: "approved" });
  });

  it("go into the archive and back from outside, one's own alone", async () => {
    const { b, ids, me } = await three();
    const archive = (who: Person, archived: boolean) =>
      accountHandle(who).run(archiveMyNotices, { ids: [ids[2] ?? "", ids[3] ?? ""], archived });
    expect(await archive(await createPerson(), true)).toEqual({ marked: 0 });
    expect(await archive(me, true)).toEqual({ marked: 1 });
    expect((await listed(me, { show: "archived" })).map(({ id, readAt }) => [id, readAt !== null])).toEqual([
      [ids[2], true],
    ]);
    expect(await listed(me, { organizationId: b.id })).toEqual([]);
    expect(await archive(me, false)).toEqual({ marked: 1 });
    expect(await listed(me, { organizationId: b.id })).toHaveLength(1);
  });

  it("are never somebody else's, in one's own organization or in another [S16]", async () => {
    const { a, b, c, ids, me } = await three();
    const member = await addMember(a);
    expect(await listed(member)).toEqual([]);
    expect(await unread(member)).toEqual({ [a.id]: 0 });
    expect(await read(member)).toEqual({ marked: 0 });
    expect(await read(member, { ids })).toEqual({ marked: 0 });
    expect(await listed(me, { organizationId: c.id })).toEqual([]);
    expect(await read(me, { organizationId: c.id })).toEqual({ marked: 0 });
    expect(await read(me, { ids: [ids[3] ?? ""] })).toEqual({ marked: 0 });
    expect(await unread(me)).toEqual({ [a.id]: 2, [b.id]: 1 });
    expect(await listed(await createPerson())).toEqual([]);
    const theirs = await asAccount(me, (sql) => sql`select * from guard.my_notices(${c.id}, 'all', null, null, 100)`);
    expect(theirs).toHaveLength(0);
    const [drawn] =
      await guard`select count(*)::int as n from public.notices where organization_id = ${c.id} and read_at is null`;
    expect(drawn?.n).toBe(1);
  });

  it("are asked for by a signed-in person outside of every organization, and by nobody else", async () => {
    const { a, me } = await three();
    const inside = await app
      .begin(async (sql) => {
        await sql`select guard.open(${me.hostSession}, ${a.slug}, null, 'notices.list', ${sql.json(request())})`;
        return sql`select * from guard.my_notices(null, 'all', null, null, 10)`;
      })
      .catch((error: postgres.PostgresError) => error.code);
    expect(inside).toBe("42501");
    for (const ask of [
      app`select * from guard.my_notices(null, 'all', null, null, 10)`,
      app`select * from guard.my_unread()`,
      app`select guard.read_my_notices(null, null)`,
      app`select guard.archive_my_notices('{}', true)`,
    ])
      await expect(ask).rejects.toThrow();
    expect(await asAccount(me, (sql) => sql`select * from guard.inbox_organizations()`)).toBe("42501");
    expect(await asAccount(me, (sql) => sql`select * from notices`)).toBe("42501");
  });

  it("are counted for the switcher from inside one organization, and not for another that keeps this session out", async () => {
    const { a, b, me } = await three();
    const inside = async () => {
      const { organizations } = await a.owner.handle.run(viewShell, {});
      return Object.fromEntries(organizations.map((each) => [each.id, each.unread]));
    };
    expect(await inside()).toEqual({ [a.id]: 2, [b.id]: 1 });
    await guard`update public.organizations set allowed_networks = '{203.0.113.0/24}' where id = ${b.id}`;
    await guard`update guard.rights set slug = slug where organization_id = ${b.id}`;
    expect(await inside()).toEqual({ [a.id]: 2, [b.id]: null });
    await read(me, { organizationId: a.id });
    expect((await inside())[a.id]).toBe(0);
  });

  it("wake the pages of one's account, wherever they may be read and nowhere else [S16]", async () => {
    const { a, b, me } = await three();
    const tagOf = async ({ owner }: typeof a) => (await owner.handle.run(watchNotices, {})).tag;
    const tags = async () => (await accountHandle(me).run(watchMyNotices, {})).tags.toSorted();
    expect(await tags()).toEqual([await tagOf(a), await tagOf(b)].toSorted());

    const gone = new AbortController();
    const stream = await inboxStream(accountHandle(me), me.session, gone.signal);
    let text = "";
    const reading = (async () => {
      for await (const part of stream as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(part).toString();
    })().catch(() => undefined);
    const wakes = () => text.match(/data: changed/g)?.length ?? 0;
    for (const place of [a, b]) {
      const before = wakes();
      await vi.waitFor(
        async () => {
          await makeNotice(place);
          expect(wakes()).toBeGreaterThan(before);
        },
        { timeout: 20_000, interval: 100 },
      );
    }
    gone.abort();
    await reading;

    await guard`update public.organizations set allowed_networks = '{203.0.113.0/24}' where id = ${b.id}`;
    await guard`update guard.rights set slug = slug where organization_id = ${b.id}`;
    expect(await tags()).toEqual([await tagOf(a)]);
  });

  it("end with the membership, and while the organization is suspended", async () => {
    const { a, b, me } = await three();
    await guard`update public.organizations set state = 'suspended' where id = ${b.id}`;
    expect(await unread(me)).toEqual({ [a.id]: 2 });
    expect((await listed(me)).every(({ organizationId }) => organizationId === a.id)).toBe(true);
    const member = await addMember(a);
    await guard`insert into public.notices (organization_id, id, user_id, kind, title)
      values (${a.id}, guard.uuid7(), ${member.userId}, 'test', 'Something happened')`;
    expect(await listed(member)).toHaveLength(1);
    await guard`update public.memberships set status = 'suspended' where id = ${member.membershipId}`;
    expect(await listed(member)).toEqual([]);
    expect(await unread(member)).toEqual({});
    expect(await read(member)).toEqual({ marked: 0 });
  });

  it("stay inside where the organization keeps this session out [S105]", async () => {
    const { a, b, me } = await three();
    await a.owner.handle.run(updatePolicy, { ...noPolicy, networks: ["203.0.113.0/24"], despiteLockOut: true });
    expect(await unread(me)).toEqual({ [a.id]: null, [b.id]: 1 });
    expect((await listed(me)).map(({ organizationId }) => organizationId)).toEqual([b.id]);
    expect(await read(me)).toEqual({ marked: 1 });

    await guard`update public.organizations set allowed_networks = null where id = ${a.id}`;
    await guard`update public.organizations set factor_for = 'everybody', factor_since = now() - interval '9 days',
      factor_grace_days = 1 where id = ${a.id}`;
    await guard`update public.memberships set joined_at = now() - interval '9 days' where organization_id = ${a.id}`;
    await guard`update guard.rights set slug = slug where organization_id = ${a.id}`;
    expect((await unread(me))[a.id]).toBeNull();
    await enrolPerson(me);
    expect((await unread(me))[a.id]).toBe(2);
  });
});
