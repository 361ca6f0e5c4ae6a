import { randomBytes } from "node:crypto";
import { Handle } from "@/lib/access/handle";
import { requestAddressChange, requestReset, signUp } from "@/lib/accounts/operations";
import { noteAuditExport } from "@/lib/audit/export-job-operations";
import { decodeId, encodeId } from "@/lib/ids";
import { inviteMembers } from "@/lib/invitations/operations";
import { requestAccess } from "@/lib/registrations/asking-operations";
import { createShipment } from "@/lib/shipments/operations";
import { makeAuditExport } from "./audit-exports";
import { leasedHandle } from "./due";
import { makeImport } from "./imports";
import { mailedToken, sentMails } from "./mails";
import { inModeOf } from "./modes";
import { makePlan } from "./plans";
import { makeNotice } from "./records";
import { makeServer } from "./servers";
import { acceptingTerms, publishTerms } from "./terms";
import { makeFailedDelivery } from "./webhooks";
import { someShipment } from "./work-records";
import {
  accountHandle,
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  platformHandle,
  publicHandle,
  request,
  testPassword,
  unique,
} from "./world";

type Ready = { handle: Handle; input: Record<string, unknown> };

const nonce = randomBytes(32).toString("base64url");
const address = () => `${unique("driven")}@people.example`;
const profile = {
  company_name: "Driven Ltd",
  industry: "parcel",
  company_size: "11-50",
  city: "Rotterdam",
  country: "NL",
  currency: "EUR",
  time_zone: "UTC",
  role_template: "fleet",
};

async function ofAccount(input: Record<string, unknown>): Promise<Ready> {
  return { handle: accountHandle(await createPerson()), input };
}

async function ofPlatform(
  input: (organization: { id: string; owner: { userId: string } }) => Record<string, unknown>,
): Promise<Ready> {
  const organization = await createOrganization();
  return { handle: platformHandle(await createSuperAdmin()), input: input(organization) };
}

async function ofJob(organizationId: string, task: string, input: Record<string, unknown>): Promise<Ready> {
  const [row] = await guard<{ id: string }[]>`select guard.queue(${organizationId}, ${task}, '{}') as id`;
  return { handle: await leasedHandle(row?.id ?? ""), input };
}

async function invited(email: string): Promise<string> {
  const { owner } = await createOrganization();
  await owner.handle.run(inviteMembers, { emails: [email] });
  const mail = (await sentMails(email)).findLast(({ template }) => template === "invitation");
  return String(mail?.props.link).replace(/^.*\//, "");
}

/** Writes that are no organization's: what each needs before it can run. */
export const otherWrites: Record<string, () => Promise<Ready>> = {
  "account.change_password": () => ofAccount({ newPassword: "another good password" }),
  "account.update": () => ofAccount({ name: "Renamed Person", timeZone: "Asia/Tokyo" }),
  "account.read_notices": () => ofAccount({}),
  "account.archive_notices": async () => {
    const organization = await createOrganization();
    const id = await makeNotice(organization);
    return { handle: accountHandle(organization.owner), input: { ids: [id] } };
  },
  "me.set_default_organization": async () => {
    const { id, owner } = await createOrganization();
    return { handle: accountHandle(owner), input: { organizationId: encodeId("org", id) } };
  },
  "account.request_address_change": () => ofAccount({ email: address() }),
  "account.end_other_sessions": async () => {
    const person = await createPerson();
    await guard`select guard.create_session(${person.userId}, 'password', 'other', '{}')`;
    return { handle: accountHandle(person), input: {} };
  },
  "account.end_session": async () => {
    const person = await createPerson();
    await guard`select guard.create_session(${person.userId}, 'password', 'other', '{}')`;
    const [other] = await guard<
      { id: string }[]
    >`select id from guard.sessions where user_id = ${person.userId} order by created_at desc limit 1`;
    return { handle: accountHandle(person), input: { id: other?.id } };
  },
  "account.confirm_address": async () => {
    const email = address();
    await accountHandle(await createPerson()).run(requestAddressChange, { email });
    return { handle: publicHandle(), input: { token: await mailedToken(email, "verify-address") } };
  },
  "account.request_reset": async () => ({ handle: publicHandle(), input: { email: (await createPerson()).email } }),
  "account.reset_password": async () => {
    const { email } = await createPerson();
    await publicHandle().run(requestReset, { email });
    return {
      handle: publicHandle(),
      input: { token: await mailedToken(email, "reset-password"), newPassword: "another good password" },
    };
  },
  "account.sign_in": async () => ({
    handle: publicHandle(),
    input: { email: (await createPerson()).email, password: testPassword },
  }),
  "account.sign_up": async () => ({
    handle: publicHandle(),
    input: { name: "New Person", email: address(), password: testPassword, nonce, ...(await acceptingTerms()) },
  }),
  "account.verify": async () => {
    const email = address();
    const given = { name: "New Person", email, password: testPassword, nonce, ...(await acceptingTerms()) };
    await publicHandle().run(signUp, given);
    return { handle: publicHandle(), input: { token: await mailedToken(email, "verify-address"), nonce } };
  },
  "account.set_up": () => ofAccount({ ...profile, name: unique("Driven"), slug: unique("driven") }),
  "organization.set_up": () => ofAccount({ ...profile, name: unique("Driven"), slug: unique("driven") }),
  "invitations.accept": async () => {
    const person = await createPerson();
    return { handle: accountHandle(person), input: { secret: await invited(person.email) } };
  },
  "invitations.accept_with_account": async () => {
    const secret = await invited(address());
    return { handle: publicHandle(), input: { secret, name: "New Person", password: testPassword } };
  },
  "invitations.accept_mine": async () => {
    const person = await createPerson();
    await invited(person.email);
    const [row] = await guard<{ id: string }[]>`select id from guard.invitations where email = ${person.email}`;
    return { handle: accountHandle(person), input: { id: encodeId("inv", row?.id ?? "") } };
  },
  "invitations.preview": async () => ({ handle: publicHandle(), input: { secret: await invited(address()) } }),
  "invitations.preview_signed_in": async () => {
    const person = await createPerson();
    return { handle: accountHandle(person), input: { secret: await invited(person.email) } };
  },
  "registration.request": async () => ({
    handle: publicHandle(),
    input: { slug: (await createOrganization()).slug, name: "Ada Asker", email: address(), message: "" },
  }),
  "registration.receive": async () => {
    await publicHandle().run(requestAccess, { slug: (await createOrganization()).slug, name: "Ada", email: address() });
    const [job] = await guard<{ id: string }[]>`
      select id from guard.jobs where task = 'registration.receive' and state = 'waiting' order by id desc limit 1`;
    return { handle: await leasedHandle(job?.id ?? ""), input: {} };
  },
  "platform.create_organization": () =>
    ofPlatform(() => ({
      name: unique("Driven"),
      slug: unique("driven"),
      email: address(),
      currency: "EUR",
      timeZone: "UTC",
      roleTemplate: "fleet",
    })),
  "platform.suspend_organization": () =>
    ofPlatform(({ id }) => ({ organizationId: encodeId("org", id), reason: "Driven by a test" })),
  "platform.set_api_limits": () =>
    ofPlatform(({ id }) => ({ organizationId: encodeId("org", id), perCredential: 900, calls: 5000 })),
  "platform.create_plan": () => ofPlatform(() => ({ key: unique("driven").replaceAll("-", "_"), name: "Driven" })),
  "platform.change_plan": async () => {
    const key = await makePlan();
    return ofPlatform(() => ({ key, name: "Driven on" }));
  },
  "platform.archive_plan": async () => {
    const key = await makePlan();
    return ofPlatform(() => ({ key }));
  },
  "platform.restore_plan": async () => {
    const key = await makePlan();
    await guard`update guard.plans set archived_at = now() where key = ${key}`;
    return ofPlatform(() => ({ key }));
  },
  "platform.begin_with_plan": async () => {
    const key = await makePlan();
    return ofPlatform(() => ({ key }));
  },
  "platform.set_plan": () =>
    ofPlatform(({ id }) => ({
      organizationId: encodeId("org", id),
      plan: "business",
      limits: { max_users: 9 },
      reason: "Driven by a test",
    })),
  "platform.create_server": () => ofPlatform(() => ({ label: "Driven", scopes: ["organizations.create"], days: 30 })),
  "platform.revoke_server": async () => {
    const { id } = await makeServer();
    return ofPlatform(() => ({ id: encodeId("srv", id) }));
  },
  "server.create_organization": async () => {
    const { key } = await makeServer();
    const handle = new Handle({ kind: "server", secret: key }, request());
    return { handle, input: { name: unique("Driven"), slug: unique("driven"), ownerEmail: address() } };
  },
  "server.add_member": async () => {
    const [{ id, key }, organization] = [await makeServer(), await createOrganization()];
    await guard`insert into guard.server_organizations (organization_id, server_id) values (${organization.id}, ${id})`;
    const handle = new Handle({ kind: "server", secret: key }, request());
    return { handle, input: { id: encodeId("org", organization.id), email: address() } };
  },
  "server.receive_member": async () => {
    const [{ id }, organization] = [await makeServer(), await createOrganization()];
    await guard`insert into guard.server_organizations (organization_id, server_id) values (${organization.id}, ${id})`;
    const [job] = await guard<{ id: string }[]>`select guard.queue(${organization.id}, 'server.receive_member',
      ${guard.json({ email: address(), role: "driver", server: id, request: {} })}) as id`;
    return { handle: await leasedHandle(job?.id ?? ""), input: {} };
  },
  "account.accept_terms": async () => {
    const version = await publishTerms();
    return ofAccount({ version });
  },
  "platform.publish_terms": () => ofPlatform(() => ({ body: "Be kind.", addsMembers: "true" })),
  "platform.restore_organization": async () => {
    const ready = await ofPlatform(({ id }) => ({ organizationId: encodeId("org", id) }));
    const id = decodeId("org", String(ready.input.organizationId)) ?? "";
    await guard`update public.organizations set state = 'suspended' where id = ${id}`;
    return ready;
  },
  "platform.retry_job": async () => {
    const [job] = await guard<{ id: string }[]>`insert into guard.jobs (id, task, payload, state, attempts, finished_at)
      values (guard.uuid7(), 'mail.send', '{}', 'failed', 12, now()) returning id`;
    return ofPlatform(() => ({ id: encodeId("job", job?.id ?? "") }));
  },
  "platform.resend_dead_letter": async () => {
    const id = await makeFailedDelivery(await createOrganization());
    return ofPlatform(() => ({ id }));
  },
  "platform.organization": () => ofPlatform(({ id }) => ({ id: encodeId("org", id) })),
  "platform.confirm_super_admin": async () => {
    const { userId } = await createSuperAdmin();
    await guard`update guard.super_admins set paused_at = now() where user_id = ${userId}`;
    return ofPlatform(() => ({ id: encodeId("usr", userId), reason: "Called her on her known number" }));
  },
  "platform.user": () => ofPlatform(({ owner }) => ({ id: encodeId("usr", owner.userId) })),
  "audit.note_export": async () => {
    const organization = await createOrganization();
    const id = decodeId("axp", await makeAuditExport(organization)) ?? "";
    await guard`update public.audit_exports set phase = 'writing' where id = ${id}`;
    return ofJob(organization.id, noteAuditExport.name, {
      id,
      part: 1,
      taken: 9,
      lastId: 1,
      over: true,
      problem: null,
    });
  },
  "audit.end_export": async () => {
    const organization = await createOrganization();
    return ofJob(organization.id, "audit.drop_export", { id: decodeId("axp", await makeAuditExport(organization)) });
  },
  "test_data.clear": async () => {
    const organization = await createOrganization();
    await inModeOf(organization, "test").owner.handle.run(createShipment, someShipment);
    return ofJob(organization.id, "test_data.clear", {});
  },
  "imports.settle": async () => {
    const organization = await createOrganization();
    return ofJob(organization.id, "imports.work", {
      id: decodeId("imp", await makeImport(organization)),
      problem: "No longer allowed",
    });
  },
};

/** Not driven here, and why. */
export const drivenElsewhere: Record<string, string> = {
  "account.begin_factor": "lib/factors; enrolling, replacing and removing are events",
  "account.forget_device": "lib/factors; an event",
  "account.accept_identity": "lib/identities; linking is an event",
  "account.begin_link": "lib/identities; a one-time secret",
  "account.begin_visit": "lib/identities; a one-time secret, and coming back with it is an event",
  "account.confirm_identity": "lib/identities; linking and signing in are events",
  "account.mail_identity": "lib/identities; a one-time secret",
  "account.unlink": "lib/identities; an event",
  "account.keep_ways": "lib/identities; removed ways are events, keys that end are entries",
  "account.remove_factor": "lib/factors; an event",
  "account.renew_recovery_codes": "lib/factors; an event",
  "platform.reset_factor": "lib/factors; an event",
  "registration.activate": "registrations.test.ts, with its entries",
  "registration.withdraw": "registrations.test.ts, with its entries",
  "registration.withdraw_by_link": "registrations.test.ts, with its entries",
  "registration.follow_due": "due.test.ts; by a sweep's job only",
  "notices.send_digest": "notices.test.ts; changes notices, which are exempt",
  "platform.trails": "lib/console/trails.test.ts; a look",
  "platform.invite_owner": "console.test.ts; wants an organization without an owner",
  "platform.impersonation_target": "impersonation.test.ts",
  "platform.impersonate": "impersonation.test.ts",
  "platform.stop_impersonation": "impersonation.test.ts",
};
