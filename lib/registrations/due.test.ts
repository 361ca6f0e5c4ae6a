import { describe, expect, it } from "vitest";
import { decodeId } from "@/lib/ids";
import { readSettings, updateRequestSettings } from "@/lib/settings/operations";
import { leasedHandle, leases, openJobs, workOff } from "@/lib/testing/due";
import { sentMails } from "@/lib/testing/mails";
import { receiveNoted } from "@/lib/testing/requests";
import { addMember, createOrganization, guard, type Organization, publicHandle, unique } from "@/lib/testing/world";
import { requestAccess } from "./asking-operations";
import { followDueRequest } from "./due-operations";
import { approveRegistration, findRegistration, listRegistrations } from "./operations";

type Times = { due: number | null; reminder?: number | null; escalation?: number | null; close?: number | null };

async function organizationWith({ due, reminder = null, escalation = null, close = null }: Times) {
  const organization = await createOrganization();
  await organization.owner.handle.run(updateRequestSettings, {
    due_hours: due,
    reminder_hours: reminder,
    escalation_hours: escalation,
    close_hours: close,
  });
  return organization;
}

async function ask(organization: Organization) {
  const email = `${unique("asker")}@asking.example`;
  await publicHandle().run(requestAccess, { slug: organization.slug, name: "Ada Asker", email });
  await receiveNoted();
  const { data } = await organization.owner.handle.run(listRegistrations, { q: email });
  const id = data[0]?.id ?? "";
  return { email, id, uuid: decodeId("reg", id) ?? "" };
}

/** Moves the clock on for one request. */
const hoursPass = (uuid: string, hours: number) => guard`
  update public.registration_requests set due_at = due_at - make_interval(hours => ${hours}),
    created_at = created_at - make_interval(hours => ${hours}) where id = ${uuid}`;

const work = (uuid: string) => workOff("registration.due", uuid, followDueRequest);

async function noticesOf(organization: Organization, kind: string) {
  return guard<{ user_id: string; title: string }[]>`
    select user_id, title from public.notices where organization_id = ${organization.id} and kind = ${kind}`;
}

const subjects = async (to: string, template: string) =>
  (await sentMails(to)).filter((mail) => mail.template === template).map(({ props }) => props);

describe("the due time of a request", () => {
  it("is the organization's, counted from the asking; none where it sets none", async () => {
    const organization = await organizationWith({ due: 8 });
    const { id } = await ask(organization);
    const found = await organization.owner.handle.run(findRegistration, { id });
    expect((found.dueAt?.getTime() ?? 0) - found.createdAt.getTime()).toBe(8 * 3_600_000);
    const none = await organizationWith({ due: null });
    const asked = await ask(none);
    expect((await none.owner.handle.run(findRegistration, { id: asked.id })).dueAt).toBeNull();
  });

  it("sorts and filters the queue", async () => {
    const organization = await organizationWith({ due: 72 });
    const [later, soon, overdue] = [await ask(organization), await ask(organization), await ask(organization)];
    await hoursPass(soon.uuid, 60);
    await hoursPass(overdue.uuid, 80);
    const { handle } = organization.owner;
    const ids = async (input: object) => (await handle.run(listRegistrations, input)).data.map(({ id }) => id);
    expect(await ids({ sort: "due_at" })).toEqual([overdue.id, soon.id, later.id]);
    expect(await ids({ sort: "-due_at" })).toEqual([later.id, soon.id, overdue.id]);
    expect(await ids({ due: "overdue" })).toEqual([overdue.id]);
    expect((await ids({ due: "overdue,later" })).sort()).toEqual([overdue.id, later.id].sort());
    const first = await handle.run(listRegistrations, { sort: "due_at", limit: 1 });
    const second = await handle.run(listRegistrations, { sort: "due_at", limit: 1, cursor: first.next_cursor ?? "" });
    expect(second.data.map(({ id }) => id)).toEqual([soon.id]);
  });

  it("moves with the setting, but leaves who waits already a day", async () => {
    const organization = await organizationWith({ due: 720 });
    const { uuid, id } = await ask(organization);
    await hoursPass(uuid, 600);
    const change = { reminder_hours: null, escalation_hours: null, close_hours: 0 };
    await organization.owner.handle.run(updateRequestSettings, { ...change, due_hours: 48 });
    const { dueAt } = await organization.owner.handle.run(findRegistration, { id });
    expect((dueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    await leases().queueDueRequests();
    expect(await openJobs("registration.due", uuid)).toEqual([]);
  });

  it("is set only with the permission, and only to what makes sense", async () => {
    const organization = await createOrganization();
    const { handle } = await addMember(organization, { role: "manager" });
    const times = { due_hours: 8, reminder_hours: 1, escalation_hours: 24, close_hours: null };
    await expect(handle.run(updateRequestSettings, times)).rejects.toMatchObject({ code: "forbidden" });
    const owner = organization.owner.handle;
    await expect(owner.run(updateRequestSettings, { ...times, reminder_hours: 8 })).rejects.toMatchObject({
      fields: { reminder_hours: [expect.any(String)] },
    });
    await expect(owner.run(updateRequestSettings, { ...times, close_hours: 4 })).rejects.toMatchObject({
      fields: { close_hours: [expect.any(String)] },
    });
    await owner.run(updateRequestSettings, times);
    expect(await owner.run(readSettings, {})).toMatchObject(times);
  });
});

describe("reminder and escalation", () => {
  it("come at their times, once each, to who decides and to the owner", async () => {
    const organization = await organizationWith({ due: 48, reminder: 4, escalation: 24 });
    const admin = await addMember(organization, { role: "admin" });
    await addMember(organization, { role: "user" });
    const { id, uuid } = await ask(organization);
    await leases().queueDueRequests();
    expect(await openJobs("registration.due", uuid)).toEqual([]);

    await hoursPass(uuid, 45);
    await leases().queueDueRequests();
    expect(await work(uuid)).toBe(1);
    const reminded = await noticesOf(organization, "registration.due");
    expect(reminded.map((notice) => notice.user_id).sort()).toEqual([organization.owner.userId, admin.userId].sort());
    expect(await subjects(admin.email, "request-waiting")).toMatchObject([{}, { dueAt: expect.any(String) }]);
    expect(await noticesOf(organization, "registration.escalated")).toEqual([]);
    await leases().queueDueRequests();
    expect(await openJobs("registration.due", uuid)).toEqual([]);

    await hoursPass(uuid, 28);
    await leases().queueDueRequests();
    expect(await work(uuid)).toBe(1);
    const escalated = await noticesOf(organization, "registration.escalated");
    expect(escalated).toEqual([{ user_id: organization.owner.userId, title: "Nobody decided on Ada Asker" }]);
    expect(await subjects(organization.owner.email, "request-escalated")).toHaveLength(1);
    expect(await noticesOf(organization, "registration.due")).toHaveLength(2);

    await hoursPass(uuid, 1000);
    await leases().queueDueRequests();
    expect(await openJobs("registration.due", uuid)).toEqual([]);
    const found = await organization.owner.handle.run(findRegistration, { id });
    expect(found.history.map(({ title }) => title)).toEqual([
      "Asked to join",
      expect.stringMatching(/moved|Changed/),
      "Reminder sent",
      expect.stringMatching(/moved|Changed/),
      "Escalated to the owner",
      expect.stringMatching(/moved|Changed/),
    ]);
  });

  it("stay single with two schedulers, double sweeps and work done twice at once", async () => {
    const organization = await organizationWith({ due: 48, reminder: 4, escalation: 24 });
    for (let round = 0; round < 20; round++) {
      const { uuid } = await ask(organization);
      await hoursPass(uuid, 100);
      await Promise.all([1, 2, 3, 4].map(() => leases().queueDueRequests()));
      const jobs = await openJobs("registration.due", uuid);
      expect(jobs).toHaveLength(1);
      const handle = await leasedHandle(jobs[0] ?? "");
      const done = await Promise.all([1, 2, 3, 4].map(() => handle.run(followDueRequest, {})));
      expect(done.filter(({ reminded }) => reminded)).toHaveLength(1);
      expect(done.filter(({ escalated }) => escalated)).toHaveLength(1);
      const [count] = await guard<{ due: number; escalated: number }[]>`
        select count(*) filter (where kind = 'registration.due')::int as due,
          count(*) filter (where kind = 'registration.escalated')::int as escalated
        from public.notices where organization_id = ${organization.id} and record_id = ${uuid}`;
      expect(count).toEqual({ due: 1, escalated: 1 });
    }
  });

  it("survive a worker that was killed before or after its work", async () => {
    const organization = await organizationWith({ due: 48, reminder: 4, escalation: 24 });
    const { uuid } = await ask(organization);
    await hoursPass(uuid, 100);
    await leases().queueDueRequests();
    const [job = ""] = await openJobs("registration.due", uuid);
    const expire = () => guard`update guard.jobs set lease_until = now() - interval '1 minute' where id = ${job}`;
    await leases().take(job, 60);
    await expire();
    const second = await leasedHandle(job);
    await second.run(followDueRequest, {});
    await expire();
    await leases().queueDueRequests();
    expect(await work(uuid)).toBe(1);
    expect(await noticesOf(organization, "registration.due")).toHaveLength(1);
    expect(await subjects(organization.owner.email, "request-escalated")).toHaveLength(1);
    await expect(second.run(followDueRequest, {})).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("do nothing for a request that was decided meanwhile", async () => {
    const organization = await organizationWith({ due: 48, reminder: 4, escalation: 0, close: 0 });
    const { id, uuid } = await ask(organization);
    await hoursPass(uuid, 100);
    await leases().queueDueRequests();
    await organization.owner.handle.run(approveRegistration, { id });
    await work(uuid);
    expect(await noticesOf(organization, "registration.due")).toEqual([]);
    const found = await organization.owner.handle.run(findRegistration, { id });
    expect(found).toMatchObject({ state: "approved", closedAs: null, remindedAt: null, escalatedAt: null });
  });

  it("belong to the job's own request: a lease reaches no other", async () => {
    const organization = await organizationWith({ due: 48, reminder: 4 });
    const [mine, other] = [await ask(organization), await ask(organization)];
    await hoursPass(mine.uuid, 100);
    await hoursPass(other.uuid, 100);
    await leases().queueDueRequests();
    await work(mine.uuid);
    const found = await organization.owner.handle.run(findRegistration, { id: other.id });
    expect(found.remindedAt).toBeNull();
  });
});

describe("closing what nobody decided on", () => {
  it("happens where the organization chose it, with that reason, and the person is told once", async () => {
    const organization = await organizationWith({ due: 48, reminder: 4, escalation: 0, close: 24 });
    const { id, uuid, email } = await ask(organization);
    await hoursPass(uuid, 73);
    await leases().queueDueRequests();
    await Promise.all([leases().queueDueRequests(), leases().queueDueRequests()]);
    expect(await work(uuid)).toBe(1);
    const found = await organization.owner.handle.run(findRegistration, { id });
    expect(found).toMatchObject({ state: "rejected", closedAs: "overdue", decidedByName: null });
    expect(await subjects(email, "request-expired")).toHaveLength(1);
    await expect(organization.owner.handle.run(approveRegistration, { id })).rejects.toMatchObject({
      reason: "already_decided",
      message: expect.stringContaining("nobody decided in time"),
    });
    await leases().queueDueRequests();
    expect(await openJobs("registration.due", uuid)).toEqual([]);
  });

  it("never meets a decision half way", async () => {
    const organization = await organizationWith({ due: 48, close: 0 });
    for (let round = 0; round < 30; round++) {
      const { id, uuid, email } = await ask(organization);
      await hoursPass(uuid, 49);
      await leases().queueDueRequests();
      const [job = ""] = await openJobs("registration.due", uuid);
      const worker = await leasedHandle(job);
      const [closed, decided] = await Promise.allSettled([
        worker.run(followDueRequest, {}),
        organization.owner.handle.run(approveRegistration, { id }),
      ]);
      const wasClosed = closed.status === "fulfilled" && closed.value.closed;
      expect(decided.status === "fulfilled").toBe(!wasClosed);
      const mails = (await sentMails(email)).map(({ template }) => template);
      expect(mails.filter((name) => name === "request-expired" || name === "activation")).toHaveLength(1);
    }
  });
});
