import { encodeId } from "@/lib/ids";
import { change, enter, makeKey, membershipOf, signedIn, type World } from "./fresh-world";
import {
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  join,
  type Organization,
  type Person,
} from "./world";

/** What ends a session for good: each trial begins with a new one. */
type Ending = (world: World) => Promise<{ begin: () => Promise<string>; end: () => Promise<unknown> }>;

export const endings: Record<string, Ending> = {
  session: async (world) => ({
    begin: () => enter(world.person, world.organization),
    end: () => change(world, "POST", `/members/${world.member.id}/sessions/end`),
  }),
  "a sign-out elsewhere": async ({ person, organization }) => {
    let root = "";
    return {
      begin: async () => {
        root = await signedIn(person);
        return enter(person, organization, root);
      },
      end: () => guard()`select guard.sign_out(${root}, '', false, '{}')`,
    };
  },
  membership: async (world) => {
    const someone = await createPerson("Gina Gone");
    return {
      begin: async () => {
        await join(world.organization, someone, "clerk");
        return enter(someone, world.organization);
      },
      end: async () => change(world, "DELETE", `/members/${await memberIdOf(world.organization, someone)}`),
    };
  },
  "a membership by the head of the group": async (world) => {
    const organization = await createOrganization(await createPerson("Hedda Head"), "Head Office");
    const someone = await createPerson("Gustav Group");
    await join(organization, someone, "user");
    const head = {
      organization,
      admin: await makeKey(organization, await membershipOf(organization, organization.owner)),
    };
    const member = await memberIdOf(organization, someone);
    const link = await groupOf(organization, world.organization);
    return {
      begin: async () => {
        await assign(link, world.organization, someone);
        return enter(someone, world.organization);
      },
      end: () => change(head, "POST", "/group/assignments/take-back", { member, links: [encodeId("grp", link)] }),
    };
  },
  "a super admin's right": async (world) => {
    const { admin, begin } = await supportOf(world);
    return {
      begin: async () => {
        await guard()`update guard.super_admins set revoked_at = null where user_id = ${admin.userId}`;
        return begin();
      },
      end: () => guard()`select guard.revoke_super_admin(${admin.email}, 'test')`,
    };
  },
  "support that the organization ends": async (world) => {
    const { begin, id } = await supportOf(world);
    return { begin, end: () => change(world, "POST", `/support-sessions/${id()}/end`) };
  },
};

const memberIdOf = async (organization: Organization, person: Person) =>
  encodeId("mem", await membershipOf(organization, person));

async function groupOf(head: Organization, child: Organization): Promise<string> {
  const [made] = await guard()<{ id: string }[]>`
    insert into guard.group_links (id, parent_id, child_id, asked_slug, state, role_keys, ceiling, requested_by_name,
      accepted_by_name, accepted_at)
    values (guard.uuid7(), ${head.id}, ${child.id}, ${child.slug}, 'active', '{clerk}',
      guard.role_rights(${child.id}, 'clerk'), 'Hedda Head', 'Olga Owner', now()) returning id`;
  return made?.id ?? "";
}

async function assign(link: string, child: Organization, { userId }: Person): Promise<void> {
  await guard()`with made as (select guard.join(${child.id}, ${userId}, 'clerk', 'group', null) as id)
    insert into guard.group_assignments (organization_id, membership_id, link_id, user_id, role_name)
    select ${child.id}, id, ${link}, ${userId}, 'Clerk' from made`;
}

/** A super admin who acts as the member, raised, so that every door is open. */
async function supportOf({ organization, member, person }: World) {
  const admin = await createSuperAdmin();
  let id = "";
  const begin = async () => {
    const root = await signedIn(admin);
    const [made] = await guard()<{ id: string }[]>`
      insert into guard.impersonations (organization_id, id, session_id, super_admin_id, membership_id, user_id, reason,
        expires_at, raised_at, raise_reason)
      select ${organization.id}, guard.uuid7(), s.id, ${admin.userId}, ${member.membership}, ${person.userId},
        'Ticket 4711', clock_timestamp() + interval '10 minutes', clock_timestamp(), 'Ticket 4711'
      from guard.sessions s where s.hash = guard.secret_hash(${root}) returning id`;
    id = encodeId("sup", made?.id ?? "");
    return enter(admin, organization, root);
  };
  return { admin, begin, id: () => id };
}
