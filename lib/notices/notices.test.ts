import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { live } from "@/lib/access/live";
import { defineOperation } from "@/lib/access/operation";
import { approveRegistration } from "@/lib/registrations/operations";
import { leasedHandle, leases, openJobs, workOff } from "@/lib/testing/due";
import { createKey } from "@/lib/testing/keys";
import { sentMails } from "@/lib/testing/mails";
import { makeNotice, makeRequest } from "@/lib/testing/records";
import { addMember, createOrganization, guard, keyHandle, type Member, type Organization } from "@/lib/testing/world";
import { sendDigest } from "./digest-operations";
import {
  archiveNotices,
  chooseNotices,
  listNoticePreferences,
  listNotices,
  markAllNoticesRead,
  markNoticesRead,
  watchNotices,
} from "./operations";
import { noticeStream } from "./stream";

afterAll(() => live().end());

type Choice = { in_app: boolean; mail: "now" | "digest" | "off" };

const choose = (who: Member, kind: "registration.waiting" | "registration.due" | "member_joined", choice: Choice) =>
  who.handle.run(chooseNotices, { choices: [{ kind, ...choice }] });

async function announce(organization: Organization): Promise<string> {
  const id = await makeRequest(organization);
  await guard`select guard.announce_request(organization_id, id) from public.registration_requests
    where organization_id = ${organization.id} order by created_at desc, id desc limit 1`;
  return id;
}

const shown = async (who: Member, show: "all" | "unread" | "archived" = "all") =>
  (await who.handle.run(listNotices, { show })).data;
const templates = async (who: Member) => (await sentMails(who.email)).map(({ template }) => template);

describe("preferences", () => {
  it("begin as the catalogue says; what always comes cannot be chosen away", async () => {
    const { owner } = await createOrganization();
    const found = await owner.handle.run(listNoticePreferences, {});
    expect(found).toContainEqual({ kind: "registration.waiting", inApp: true, mail: "now", choosable: true });
    expect(found).toContainEqual({ kind: "ownership", inApp: true, mail: "now", choosable: false });
    const off = { choices: [{ kind: "ownership" as const, in_app: false, mail: "off" as const }] };
    await expect(owner.handle.run(chooseNotices, off)).rejects.toMatchObject({ reason: "choice_unknown" });
  });

  it.each<[Choice, bell: number, mails: number, digest: number]>([
    [{ in_app: true, mail: "now" }, 1, 1, 0],
    [{ in_app: true, mail: "off" }, 1, 0, 0],
    [{ in_app: true, mail: "digest" }, 1, 0, 1],
    [{ in_app: false, mail: "now" }, 0, 1, 0],
    [{ in_app: false, mail: "digest" }, 0, 0, 1],
    [{ in_app: false, mail: "off" }, 0, 0, 0],
  ])("%j is honoured by the sender, and by nobody else's", async (choice, bell, mails, digest) => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    await choose(admin, "registration.waiting", choice);
    await announce(organization);
    expect(await shown(admin)).toHaveLength(bell);
    expect(await templates(admin)).toHaveLength(mails);
    const kept = await guard`select 1 from public.notices where user_id = ${admin.userId} and digest`;
    expect(kept).toHaveLength(digest);
    expect(await shown(organization.owner)).toHaveLength(1);
    expect(await templates(organization.owner)).toEqual(["request-waiting"]);
  });

  it("hold for kinds without a mail of their own too", async () => {
    const organization = await createOrganization();
    const told = () => guard`select guard.notify_permission(${organization.id}, 'members.manage', 'member_joined',
      'Ada joined', 'By invitation', '/members')`;
    await told();
    expect(await templates(organization.owner)).toEqual([]);
    await choose(organization.owner, "member_joined", { in_app: false, mail: "now" });
    await told();
    expect(await templates(organization.owner)).toEqual(["notice"]);
    expect(await shown(organization.owner)).toHaveLength(1);
  });

  it("are each person's own, even for raw SQL", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    await choose(admin, "member_joined", { in_app: false, mail: "off" });
    const peek = defineOperation({
      ...listNoticePreferences,
      output: z.array(z.unknown()),
      run: ({ db }) => db.rows(sql`select * from notice_preferences`, z.unknown()),
    });
    expect(await organization.owner.handle.run(peek, {})).toEqual([]);
    expect(await admin.handle.run(peek, {})).toHaveLength(1);
  });
});

describe("the inbox", () => {
  it("is nobody's under a key, whether somebody has notices or not", async () => {
    const organization = await createOrganization();
    const refused = { code: "forbidden", reason: "members_only" };
    for (const made of [false, true]) {
      if (made) await makeNotice(organization);
      const handle = keyHandle(await createKey(organization));
      await expect(handle.run(listNotices, {})).rejects.toMatchObject(refused);
      await expect(handle.run(markAllNoticesRead, {})).rejects.toMatchObject(refused);
      const bare = defineOperation({
        ...listNotices,
        output: z.array(z.unknown()),
        run: ({ db }) => db.rows(sql`select guard.user_id()`, z.unknown()),
      });
      await expect(handle.run(bare, {})).rejects.toMatchObject(refused);
    }
  });

  it("has unread, all and archived; what is archived counts as read and can come back", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    const [one, two] = [await makeNotice(organization), await makeNotice(organization)];
    expect(await shown(owner, "unread")).toHaveLength(2);
    await owner.handle.run(markNoticesRead, { ids: [one] });
    expect((await shown(owner, "unread")).map(({ id }) => id)).toEqual([two]);
    await owner.handle.run(archiveNotices, { ids: [two] });
    expect(await shown(owner, "unread")).toEqual([]);
    expect((await shown(owner)).map(({ id }) => id)).toEqual([one]);
    expect((await shown(owner, "archived")).map(({ id }) => id)).toEqual([two]);
    await owner.handle.run(archiveNotices, { ids: [two], archived: false });
    expect(await shown(owner)).toHaveLength(2);
  });

  it("says what became of a request to who decides, and settles everybody's notice with the decision", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const id = await announce(organization);
    expect(await shown(admin, "unread")).toMatchObject([{ request: { id, state: "pending" } }]);
    await organization.owner.handle.run(approveRegistration, { id });
    expect(await shown(admin, "unread")).toEqual([]);
    expect(await shown(admin)).toMatchObject([{ request: { id, state: "approved" } }]);
    await guard`update public.memberships set role_key = 'user' where id = ${admin.membershipId}`;
    expect(await shown(admin)).toMatchObject([{ request: null }]);
  });
});

/** A zone in which it is about noon now, so that a digest is due whenever the tests run. */
function noonZone(hour = 12): string {
  const behind = new Date().getUTCHours() - hour;
  const offset = behind > 12 ? behind - 24 : behind < -14 ? behind + 24 : behind;
  return offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "+" : "-"}${Math.abs(offset)}`;
}

async function digestReader(hour?: number) {
  const organization = await createOrganization();
  const admin = await addMember(organization, { role: "admin" });
  await guard`update public.users set time_zone = ${noonZone(hour)} where id = ${admin.userId}`;
  await choose(admin, "registration.waiting", { in_app: false, mail: "digest" });
  return { organization, admin };
}

describe("the digest", () => {
  const digests = async (who: Member) => (await sentMails(who.email)).filter(({ template }) => template === "digest");
  const sweep = () => leases().queueDueDigests();
  const work = (who: Member) => workOff("notices.digest", who.membershipId, sendDigest);

  it("is one mail a day, with what is unread, under a moved clock", async () => {
    const { organization, admin } = await digestReader();
    await announce(organization);
    await announce(organization);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await openJobs("notices.digest", admin.membershipId)).toHaveLength(1);
    expect(await work(admin)).toBe(1);
    expect(await digests(admin)).toMatchObject([{ props: { amount: 2, items: [{}, {}] } }]);

    await announce(organization);
    await sweep();
    expect(await openJobs("notices.digest", admin.membershipId)).toEqual([]);

    await guard`update guard.digests set day = day - 1 where membership_id = ${admin.membershipId}`;
    await sweep();
    await work(admin);
    expect(await digests(admin)).toMatchObject([{}, { props: { amount: 1 } }]);

    await guard`update guard.digests set day = day - 1 where membership_id = ${admin.membershipId}`;
    await sweep();
    expect(await openJobs("notices.digest", admin.membershipId)).toEqual([]);
  });

  it("stays one when the work is done many times at once, or again after a kill", async () => {
    const { organization, admin } = await digestReader();
    await announce(organization);
    await sweep();
    const [job = ""] = await openJobs("notices.digest", admin.membershipId);
    const handle = await leasedHandle(job);
    const done = await Promise.all([1, 2, 3, 4, 5].map(() => handle.run(sendDigest, {})));
    expect(done.filter(({ sent }) => sent)).toHaveLength(1);
    await guard`update guard.jobs set lease_until = now() - interval '1 minute' where id = ${job}`;
    await work(admin);
    expect(await digests(admin)).toHaveLength(1);
  });

  it("waits for the morning, and for something that is unread", async () => {
    const early = await digestReader(5);
    await announce(early.organization);
    const read = await digestReader();
    await announce(read.organization);
    await guard`update public.notices set read_at = now() where user_id = ${read.admin.userId}`;
    await sweep();
    expect(await openJobs("notices.digest", early.admin.membershipId)).toEqual([]);
    expect(await openJobs("notices.digest", read.admin.membershipId)).toEqual([]);
  });
});

describe("live", () => {
  const opened = new Set<AbortController>();
  afterAll(() => {
    for (const each of opened) each.abort();
  });

  async function watch(who: Member) {
    const gone = new AbortController();
    opened.add(gone);
    const stream = await noticeStream(who.handle, who.hostSession, gone.signal);
    let text = "";
    const reading = (async () => {
      for await (const part of stream as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(part).toString();
    })().catch(() => undefined);
    return { gone, reading, wakes: () => text.match(/data: changed/g)?.length ?? 0, open: stream !== null };
  }
  const soon = { timeout: 20_000, interval: 50 };

  it("wakes the receiver's pages and nobody else's, also for what was read elsewhere", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const [mine, others] = [await watch(organization.owner), await watch(admin)];
    await vi.waitFor(async () => {
      await makeNotice(organization);
      expect(mine.wakes()).toBeGreaterThan(0);
    }, soon);
    expect(others.wakes()).toBe(0);
    const before = mine.wakes();
    const [first] = await shown(organization.owner, "unread");
    await organization.owner.handle.run(markNoticesRead, { ids: [first?.id ?? ""] });
    await vi.waitFor(() => expect(mine.wakes()).toBeGreaterThan(before), soon);
  });

  it("comes back after its connection was cut, and wakes everybody then", async () => {
    const organization = await createOrganization();
    const page = await watch(organization.owner);
    await vi.waitFor(async () => {
      await makeNotice(organization);
      expect(page.wakes()).toBeGreaterThan(0);
    }, soon);
    const before = page.wakes();
    const cut = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await cut.connect();
    const { rowCount } = await cut.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'berth live' and datname = current_database()`);
    expect(rowCount).toBe(1);
    await vi.waitFor(() => expect(page.wakes()).toBeGreaterThan(before), soon);
    await cut.end();
  });

  it("is bounded for one session, and a place is free again when a page goes", async () => {
    const { owner } = await createOrganization();
    const pages = await Promise.all([1, 2, 3, 4].map(() => watch(owner)));
    const fifth = await noticeStream(owner.handle, owner.hostSession, new AbortController().signal);
    expect(fifth).toBeNull();
    pages[0]?.gone.abort();
    expect((await watch(owner)).open).toBe(true);
  });

  it("sends nothing that names anybody [S16]", async () => {
    const organization = await createOrganization();
    const listener = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await listener.connect();
    await listener.query("listen berth_live");
    const heard: string[] = [];
    listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await makeNotice(organization);
    await vi.waitFor(async () => {
      await listener.query("select 1");
      expect(heard).toHaveLength(1);
    }, soon);
    expect(heard[0]).toMatch(/^[0-9a-f]{32}$/);
    const { tag } = await organization.owner.handle.run(watchNotices, {});
    expect(heard[0]).toBe(tag);
    for (const secret of [organization.id, organization.owner.userId])
      expect(heard[0]).not.toContain(secret.replaceAll("-", "").slice(0, 8));
    await listener.end();
  });
});
