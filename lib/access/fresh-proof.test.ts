import { describe, expect, it } from "vitest";
import { changePassword, requestAddressChange } from "@/lib/accounts/operations";
import { beginFactor, removeFactor, renewRecoveryCodes, resetPersonFactor } from "@/lib/factors/operations";
import { acceptIdentity, keepWays, unlink } from "@/lib/identities/operations";
import { encodeId } from "@/lib/ids";
import { impersonate } from "@/lib/impersonation/console-operations";
import { operations } from "@/lib/operations";
import { approveRegistration } from "@/lib/registrations/operations";
import { resources } from "@/lib/resources";
import type { Case, TenantResource } from "@/lib/testing/describe-tenant-resource";
import { age } from "@/lib/testing/factors";
import { makeMember, makeRequest } from "@/lib/testing/records";
import { createRole as rawRole } from "@/lib/testing/roles";
import { tenantResources } from "@/lib/testing/tenant-resources";
import { makeBranch } from "@/lib/testing/work-records";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  type Organization,
  platformHandle,
} from "@/lib/testing/world";
import type { Handle } from "./handle";
import type { AnyOperation } from "./operation";

/** Refused without a fresh proof of who acts, whatever is asked. */
const always = [
  ...["account.begin_factor", "account.remove_factor", "account.renew_recovery_codes"],
  ...["account.change_password", "account.request_address_change"],
  ...["account.accept_identity", "account.begin_link", "account.keep_ways", "account.unlink"],
  ...[
    "audit.export",
    "audit.set_retention",
    "exports.begin",
    "members.export",
    "registrations.export",
    "session.check_fresh",
  ],
  ...["group.accept", "group.share", "impersonation.raise"],
  ...["key_policy.update", "keys.create", "keys.revoke", "keys.rotate", "members.reset_factor"],
  ...["organization.delete", "ownership.accept", "ownership.offer", "policy.update"],
  ...[
    "platform.confirm",
    "platform.confirm_super_admin",
    "platform.impersonate",
    "platform.reset_factor",
    "platform.archive_plan",
    "platform.begin_with_plan",
    "platform.change_plan",
    "platform.create_plan",
    "platform.create_server",
    "platform.publish_terms",
    "platform.restore_plan",
    "platform.set_plan",
  ],
  "test_data.delete",
  ...["webhooks.create", "webhooks.rotate", "webhooks.update"],
];

type Power = Pick<Case, "make"> & { input: (id: string, organization: Organization) => object | Promise<object> };

const withRole = (id: string) => ({ id, role: "admin" });

/** Refused without one where they give power, by these inputs; free for the rest. */
const forPower: Record<string, Power> = {
  "delegations.lend": {
    make: makeMember,
    input: (to) => ({ to, permissions: ["members.manage"], until: inAMonth() }),
  },
  "invitations.create": { input: () => ({ emails: ["new@people.example"], role: "admin" }) },
  "invitations.create_code": { input: () => ({ role: "admin" }) },
  "members.set_branches": {
    make: makeMember,
    input: async (id, organization) => ({
      id,
      everywhere: false,
      branches: [{ branch: await makeBranch(organization), role: "admin" }],
    }),
  },
  "members.restore": { make: makeSuspendedAdmin, input: (id) => ({ id }) },
  "members.set_role": { make: makeMember, input: withRole },
  "registration.approve": { make: makeRequest, input: withRole },
  "registration.resend_activation": { make: makeApprovedAsAdmin, input: (id) => ({ id }) },
  "registrations.approve": { make: makeRequest, input: (id) => ({ ids: [id], role: "admin" }) },
  "roles.create": { input: () => ({ name: "Second desk", permissions: ["members.manage"] }) },
  "roles.delete": { make: makeHeldRole, input: (key) => ({ key, replacement: "admin" }) },
  "roles.update": { input: (key) => ({ key, name: "Second desk", permissions: ["members.manage"] }) },
};

/**
 * Free: they give no power, take nothing out, and can be undone. The console wants a proof of half an hour for each. A
 * stand-in (`delegations.create`) is one of them: it lends the queue of requests until a date, gives no right to manage
 * members or roles, and whoever stands in approves only what their own rights reach.
 */
const never = [
  "keys.rotate_own",
  ...["account.confirm_address", "account.end_other_sessions", "account.end_session", "account.forget_device"],
  ...["account.request_reset", "account.reset_password", "account.set_up", "account.sign_in", "account.sign_up"],
  ...["account.begin_visit", "account.confirm_identity", "account.mail_identity"],
  ...[
    "access.ask",
    "account.accept_terms",
    "account.archive_notices",
    "account.read_notices",
    "account.update",
    "account.verify",
    "api_rules.update",
    "audit.open_export",
    "audit.end_export",
    "audit.note_export",
  ],
  ...[
    "branches.archive",
    "branches.restore",
    "assets.move",
    "customers.move",
    "orders.move",
    "shipments.move",
    "delegations.create",
    "delegations.end",
  ],
  ...["group.end", "group.request", "group.take_back", "impersonation.stop", "support_sessions.end"],
  ...["imports.cancel", "imports.confirm", "imports.continue", "imports.end", "imports.settle", "imports.start"],
  "test_data.clear",
  ...["imports.take", "invitations.accept", "invitations.accept_mine", "invitations.accept_with_account"],
  ...["invitations.preview", "invitations.preview_signed_in", "invitations.resend", "invitations.revoke"],
  ...["logo.remove", "logo.replace", "look.set_visibility", "look.update", "me.set_default_organization"],
  ...["members.end_session", "members.end_sessions", "members.remove", "members.set_flags"],
  ...["members.suspend", "notices.archive", "notices.choose", "notices.mark_all_read", "notices.mark_read"],
  ...["notices.send_digest", "orders.cancel", "orders.confirm", "orders.fulfil", "organization.set_up"],
  ...["overview.dismiss_step", "ownership.cancel", "ownership.decline", "policy.read", "preferences.update"],
  ...["platform.create_organization", "platform.impersonation_target", "platform.invite_owner"],
  ...[
    "platform.organization",
    "platform.restore_organization",
    "platform.retry_job",
    "platform.resend_dead_letter",
    "platform.set_api_limits",
    "platform.stop_impersonation",
  ],
  ...[
    "platform.revoke_server",
    "server.create_organization",
    "server.add_member",
    "server.receive_member",
    "platform.suspend_organization",
    "platform.trails",
    "platform.user",
    "registration.activate",
    "registration.follow_due",
  ],
  ...["registration.receive", "registration.reject", "registration.request", "registration.take_back"],
  ...["registration.withdraw", "registration.withdraw_by_link", "registrations.reject"],
  ...["roles.set_ladder", "settings.change_address", "settings.rename", "settings.update", "settings.update_requests"],
  ...["settings.update_roles", "shipments.assign_many", "shipments.cancel", "shipments.cancel_many"],
  "logs.set_retention",
  ...["shipments.create", "shipments.set_status", "shipments.set_status_many", "shipments.update"],
  ...["views.remove", "views.save", "workspace.update"],
  // They send nothing to where it did not go before; an address or a secret wants a proof.
  ...[
    "deliveries.replay",
    "webhooks.delete",
    "webhooks.disable",
    "webhooks.enable",
    "webhooks.replay",
    "webhooks.test",
  ],
];

/** Decided by a test of its own slice, with people of two organizations. */
const elsewhere = ["group.assign"];

const plainRecords = resources.flatMap(({ name }) => ["create", "update", "remove"].map((verb) => `${name}.${verb}`));

describe("a fresh proof of who acts [S105]", () => {
  it("is decided for every operation that changes something or takes much out", () => {
    const decided = [...always, ...Object.keys(forPower), ...never, ...elsewhere, ...plainRecords];
    expect(decided.filter((name, at) => decided.indexOf(name) !== at)).toEqual([]);
    const deciding = operations.filter(({ access, fresh }) => access === "write" || fresh).map(({ name }) => name);
    expect(deciding.filter((name) => !decided.includes(name))).toEqual([]);
    expect(decided.filter((name) => !operations.some((operation) => operation.name === name))).toEqual([]);
  });

  it("is taken along by the form of each that asks for it", () => {
    const downloads = ["exports.begin", "members.export", "registrations.export"]; // session.check_fresh goes before
    const asking = [...always, ...Object.keys(forPower)].filter((name) => !downloads.includes(name));
    const declared = operations.filter(({ fresh }) => fresh).map(({ name }) => name);
    expect(declared.filter((name) => !elsewhere.includes(name)).sort()).toEqual(asking.sort());
  });

  describe.each(tenantResources.filter((each) => decidingOf(each).length > 0))("of $name", (resource) => {
    it.each(decidingOf(resource))("$name", async (operation) => {
      const organization = await createOrganization();
      const given = caseOf(resource, operation);
      const made = (await given.make?.(organization)) ?? "";
      const usual = given.input?.(made, organization) ?? (given.make && takesId(operation) ? { id: made } : {});
      const handle = given.as ? await given.as(organization, made) : organization.owner.handle;
      await outdate(handle);
      expect(await isAsked(handle, operation, usual)).toBe(always.includes(operation.name));
      const power = forPower[operation.name];
      if (!power) return;
      const target = power.make ? await power.make(organization) : made;
      const more = await power.input(target, organization);
      await outdate(handle);
      expect(await isAsked(handle, operation, more)).toBe(true);
      await renewProof(handle);
      expect(await isAsked(handle, operation, more)).toBe(false);
    });
  });

  it.each([
    [beginFactor, {}],
    [removeFactor, {}],
    [renewRecoveryCodes, {}],
    [changePassword, { newPassword: "another long password" }],
    [requestAddressChange, { email: "other@people.example" }],
    [acceptIdentity, { identity: "wi_invented" }],
    [keepWays, {}],
    [unlink, { id: crypto.randomUUID() }],
  ] as [AnyOperation, object][])("of an account: $0.name", async (operation, input) => {
    const handle = accountHandle(await createPerson());
    await outdate(handle);
    expect(await isAsked(handle, operation, input)).toBe(true);
  });

  it("of the console, within half an hour, and within ten minutes to act as somebody", async () => {
    const [superAdmin, organization] = [await createSuperAdmin(), await createOrganization()];
    const handle = platformHandle(superAdmin);
    const reason = "Ticket 4711: they cannot get in";
    const member = {
      organizationId: encodeId("org", organization.id),
      id: encodeId("mem", organization.owner.membershipId),
    };
    const acts: [AnyOperation, object][] = [
      [impersonate, { ...member, reason }],
      [resetPersonFactor, { id: encodeId("usr", organization.owner.userId), reason }],
    ];
    await age(superAdmin, "11 minutes");
    for (const [operation, input] of acts) expect(await isAsked(handle, operation, input), operation.name).toBe(true);
    await age(superAdmin, "31 minutes");
    for (const operation of operations.filter(({ scope }) => scope === "platform")) {
      const input = operation.input.safeParse({}).success ? {} : undefined;
      if (input) expect(await isAsked(handle, operation, input), operation.name).toBe(true);
    }
  });
});

function decidingOf({ operations: own }: TenantResource): AnyOperation[] {
  return own.filter(({ name, access, fresh }) => (access === "write" || fresh) && !elsewhere.includes(name));
}

function caseOf({ make, cases = {} }: TenantResource, { name }: AnyOperation): Case {
  const own = cases[name] ?? {};
  return own.unmade ? own : { ...(make ? { make } : {}), ...own };
}

function takesId(operation: AnyOperation): boolean {
  return "shape" in operation.input && "id" in (operation.input.shape as object);
}

/** Whether it is refused for want of a proof; how it goes on does not matter here. */
async function isAsked(handle: Handle, operation: AnyOperation, input: object): Promise<boolean> {
  return handle.run(operation, input).then(
    () => false,
    (error: { code?: string }) => error.code === "confirm_password",
  );
}

async function outdate({ credential }: Handle): Promise<void> {
  if ("secret" in credential)
    await guard`update guard.sessions set confirmed_at = now() - interval '11 minutes'
      where hash = guard.secret_hash(${credential.secret})`;
}

async function renewProof({ credential }: Handle): Promise<void> {
  if ("secret" in credential)
    await guard`update guard.sessions set confirmed_at = now() where hash = guard.secret_hash(${credential.secret})`;
}

async function makeHeldRole(organization: Organization): Promise<string> {
  const key = await rawRole(organization, ["orders.view"]);
  await addMember(organization, { role: key });
  return key;
}

/** Whose power comes back with their membership. */
async function makeSuspendedAdmin(organization: Organization): Promise<string> {
  const { membershipId } = await addMember(organization, { role: "admin" });
  await guard`update public.memberships set status = 'suspended' where id = ${membershipId}`;
  return encodeId("mem", membershipId);
}

async function makeApprovedAsAdmin(organization: Organization): Promise<string> {
  const id = await makeRequest(organization);
  await renewProof(organization.owner.handle);
  await organization.owner.handle.run(approveRegistration, { id, role: "admin" });
  return id;
}

function inAMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}
