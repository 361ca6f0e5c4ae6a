import { describe, expect, it } from "vitest";
import { inviteMembers } from "@/lib/invitations/operations";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { sentMails } from "@/lib/testing/mails";
import { createKeyOf } from "@/lib/testing/modes";
import { addMember, createOrganization, createPerson, testPassword } from "@/lib/testing/world";

serveGraphql();

const guideOrganizations = `query { organizations {
  id name slug is_active created token
  current_user { email is_admin is_owner roles }
  members { email roles full_name last_login }
  workspace_config { default_currency default_weight_unit default_dimension_unit insured_by_default }
} }`;

describe("the guide's documents", () => {
  it("list the organizations of a person, as a list", async () => {
    const person = await createPerson({ name: "Olga Owner" });
    const first = await createOrganization({ owner: person, name: "Acme Shipping" });
    const second = await createOrganization({ name: "Globex Freight" });
    await addMember(second, { person });
    const { data, errors, headers } = await graphql(guideOrganizations, { token: await accessToken(person) });
    const [acme, globex] = data.organizations;
    expect(acme).toMatchObject({ id: organizationId(first), name: "Acme Shipping", slug: first.slug, is_active: true });
    expect(acme.current_user).toEqual({
      email: person.email,
      is_admin: true,
      is_owner: true,
      roles: ["member", "developer", "admin", "owner"],
    });
    expect(acme.members).toHaveLength(1);
    expect(acme.workspace_config.default_weight_unit).toBe("KG");
    expect(globex).toMatchObject({ name: "Globex Freight", members: null, token: null, workspace_config: null });
    expect(errors.map(({ path, code, status_code }) => `${path.join(".")} ${code} ${status_code}`).sort()).toEqual([
      "organizations.1.members forbidden 403",
      "organizations.1.token forbidden 403",
      "organizations.1.workspace_config forbidden 403",
    ]);
    expect(headers["x-org-source"]).toBe("default");
  });

  it("show a key only its own organization, and describe the key itself [S31]", async () => {
    const person = await createPerson({ name: "Olga Owner" });
    const own = await createOrganization({ owner: person });
    const other = await createOrganization({ owner: person });
    const key = await createKey(own);
    const { data, headers, text } = await graphql(
      `query($id: String!) { organizations { id name current_user { email full_name is_owner roles } }
        other: organization(id: $id) { id } user { email full_name organizations { id } } }`,
      { key, variables: { id: organizationId(other) } },
    );
    expect(data.organizations).toHaveLength(1);
    expect(data.organizations[0].current_user).toMatchObject({ full_name: own.name, is_owner: false });
    expect(data.user.organizations).toEqual([{ id: organizationId(own) }]);
    expect(data.other).toBeNull();
    expect(text).not.toContain(person.email);
    expect(text).not.toContain(other.slug);
    expect(headers["x-org-id"]).toBe(organizationId(own));
    expect(headers["x-org-source"]).toBe("key");
  });

  it("create an organization with its key, once whole and then masked", async () => {
    const token = await accessToken(await createPerson());
    const made = await graphql(
      `mutation Create($data: CreateOrganizationMutationInput!) { create_organization(input: $data) {
        organization { id name slug token } errors { field messages } } }`,
      { token, variables: { data: { name: "Harbour Lines" } } },
    );
    const { organization, errors } = made.data.create_organization;
    expect(errors).toEqual([]);
    expect(organization.slug).toMatch(/^harbour-lines/);
    expect(organization.token).toMatch(/^key_[0-9A-Za-z]{62,65}$/);
    const again = await graphql(`query($id: String) { organization(id: $id) { token } }`, {
      token,
      variables: { id: organization.id },
    });
    expect(again.data.organization.token).toMatch(/^key_.*….{4}$/);
    const byKey = await graphql("{ organization { id } }", { key: organization.token });
    expect(byKey.data.organization.id).toBe(organization.id);
  });

  it("tell faults of fields in the payload, and a wrong password at its field", async () => {
    const person = await createPerson();
    const own = await createOrganization({ owner: person });
    const token = await accessToken(person);
    const short = await graphql(
      `mutation { create_organization(input: { name: "x" }) { organization { id } errors { field messages } } }`,
      { token },
    );
    expect(short.data.create_organization).toMatchObject({ organization: null, errors: [{ field: "name" }] });
    const wrong = await graphql(
      `mutation($id: String!) { delete_organization(input: { id: $id, password: "nope" }) { organization { id } errors { field messages } } }`,
      { token, variables: { id: organizationId(own) } },
    );
    expect(wrong.data.delete_organization.errors).toEqual([
      { field: "password", messages: ["This is not your password."] },
    ]);
    const gone = await graphql(
      `mutation($id: String!, $password: String!) { delete_organization(input: { id: $id, password: $password }) { organization { id } errors { field messages } } }`,
      { token, variables: { id: organizationId(own), password: testPassword } },
    );
    expect(gone.data.delete_organization).toEqual({ organization: { id: organizationId(own) }, errors: [] });
  });

  it("change the workspace of the organization that is named, and say which", async () => {
    const person = await createPerson();
    const [a, b] = [await createOrganization({ owner: person }), await createOrganization({ owner: person })];
    const changed = await graphql(
      `mutation($data: WorkspaceConfigMutationInput!) { update_workspace_config(input: $data) {
        workspace_config { default_currency default_weight_unit insured_by_default } errors { field messages } } }`,
      {
        token: await accessToken(person),
        headers: { "x-org-id": organizationId(a) },
        variables: { data: { organization_id: organizationId(b), default_currency: "CHF", insured_by_default: true } },
      },
    );
    expect(changed.data.update_workspace_config).toMatchObject({
      workspace_config: { default_currency: "CHF", insured_by_default: true },
      errors: [],
    });
    expect(changed.headers["x-org-id"]).toBe(organizationId(b));
  });

  it("offer the ownership, and say to whom", async () => {
    const person = await createPerson();
    const own = await createOrganization({ owner: person });
    const next = await addMember(own, { role: "admin" });
    const { data } = await graphql(
      `mutation($data: ChangeOrganizationOwnerMutationInput!) { change_organization_owner(input: $data) {
        organization { id owner { email } pending_owner { email full_name } } errors { field messages } } }`,
      {
        token: await accessToken(person),
        variables: { data: { org_id: organizationId(own), email: next.email, password: testPassword } },
      },
    );
    expect(data.change_organization_owner).toMatchObject({
      organization: { owner: { email: person.email }, pending_owner: { email: next.email } },
      errors: [],
    });
  });

  it("tolerate a variable that nothing uses and nobody gave", async () => {
    const own = await createOrganization();
    const { data, errors } = await graphql(
      `query Resources($id: String!, $type: String!) { organization(id: $id) { id name } }`,
      { key: await createKey(own), variables: { id: organizationId(own) } },
    );
    expect(errors).toEqual([]);
    expect(data.organization.name).toBe(own.name);
  });
});

describe("keys", () => {
  it("are refreshed by what a list shows of them, with the password, by the guide's name of the input", async () => {
    const person = await createPerson();
    const own = await createOrganization({ owner: person });
    await createKey(own);
    const asked = { token: await accessToken(person), headers: { "x-org-id": organizationId(own) } };
    const before = await graphql("{ token { key created } }", asked);
    const document = `mutation($data: MutateTokenMutationInput!) { mutate_token(input: $data) { token { key } errors { field messages } } }`;
    const input = { key: before.data.token.key, refresh: true, password: testPassword };
    const refreshed = await graphql(document, { ...asked, variables: { data: input } });
    const { key } = refreshed.data.mutate_token.token;
    expect(key).toMatch(/^key_[0-9A-Za-z]{62,65}$/);
    expect((await graphql("{ organization { id } }", { key })).data.organization.id).toBe(organizationId(own));
    const after = await graphql("{ token { key } api_keys { key } }", asked);
    expect(after.text).not.toContain(key);
  });

  it("refresh the first key's line again and again, of the request's mode, and leave the others alone", async () => {
    const person = await createPerson();
    const own = await createOrganization({ owner: person });
    const test = await createKeyOf(own, "test");
    await createKey(own);
    const shop = await createKey(own);
    const asked = { token: await accessToken(person), headers: { "x-org-id": organizationId(own) } };
    const document = `mutation($key: String!) { mutate_token(input: { key: $key, refresh: true, password: "${testPassword}" }) {
      token { key } errors { field messages } } }`;
    for (let i = 0; i < 2; i++) {
      const { data } = await graphql(`{ token { key } organization(id: "${organizationId(own)}") { token } }`, asked);
      expect(data.organization.token).toBe(data.token.key);
      const refreshed = await graphql(document, { ...asked, variables: { key: data.token.key } });
      expect(refreshed.data.mutate_token.errors).toEqual([]);
    }
    expect((await graphql("{ organization { id } }", { key: shop })).data.organization.id).toBe(organizationId(own));
    const ofTests = { ...asked, headers: { ...asked.headers, "x-test-mode": "true" } };
    expect((await graphql("{ token { key } }", ofTests)).data.token.key).toBe(`${test.slice(0, 21)}…${test.slice(-4)}`);
  });
});

describe("invitations", () => {
  it("go out with roles, and are accepted by whoever holds the link", async () => {
    const person = await createPerson();
    const own = await createOrganization({ owner: person });
    const guest = await createPerson();
    const sent = await graphql(
      `mutation($data: SendOrganizationInvitesMutationInput!) { send_organization_invites(input: $data) {
        organization { organization_invites { id guid invitee_identifier roles } }
        outcomes { email id outcome } errors { field messages } } }`,
      {
        token: await accessToken(person),
        variables: {
          data: {
            org_id: organizationId(own),
            emails: [guest.email, person.email],
            roles: ["member"],
            redirect_url: "https://x.example",
          },
        },
      },
    );
    expect(sent.data.send_organization_invites).toMatchObject({
      organization: { organization_invites: [{ invitee_identifier: guest.email, roles: ["member"] }] },
      outcomes: [
        { email: guest.email, id: expect.stringMatching(/^inv_/), outcome: "created" },
        { email: person.email, id: null, outcome: "already_member" },
      ],
      errors: [{ field: "emails", messages: [`${person.email} is a member already.`] }],
    });
    const mail = (await sentMails(guest.email)).at(-1);
    const guid = new URL(String(mail?.props.link)).pathname.split("/").at(-1) ?? "";
    const seen = await graphql(
      `query get_organization_invitation($guid: String!) { organization_invitation(guid: $guid) {
        invitee_identifier organization_name invitee { email } } }`,
      { variables: { guid } },
    );
    expect(seen.data.organization_invitation).toMatchObject({
      organization_name: own.name,
      invitee_identifier: guest.email,
    });
    const joined = await graphql(
      `mutation($data: AcceptOrganizationInvitationMutationInput!) { accept_organization_invitation(input: $data) {
        organization { id } errors { field messages } } }`,
      { token: await accessToken(guest), variables: { data: { guid } } },
    );
    expect(joined.data.accept_organization_invitation).toEqual({
      organization: { id: organizationId(own) },
      errors: [],
    });
  });
  it("are all there, and each is found, where there are more than a page of them", async () => {
    const person = await createPerson();
    const own = await createOrganization({ owner: person });
    const first = "first@many.example";
    await own.owner.handle.run(inviteMembers, { emails: [first] });
    for (const part of [1, 2, 3]) {
      const emails = Array.from({ length: 40 }, (_, n) => `p${part}-${n}@many.example`);
      await own.owner.handle.run(inviteMembers, { emails });
    }
    const asked = { token: await accessToken(person), headers: { "x-org-id": organizationId(own) } };
    const { data } = await graphql(
      "{ organization { organization_invites { id invitee_identifier } members { email } } }",
      asked,
    );
    const { organization_invites: open, members } = data.organization;
    expect([open.length, members.length]).toEqual([121, 122]);
    const { id } = open.find((each: { invitee_identifier: string }) => each.invitee_identifier === first);
    const found = await graphql(`{ organization_invitation(id: "${id}") { invitee_identifier } }`, asked);
    expect(found.data.organization_invitation).toEqual({ invitee_identifier: first });
    const resent = await graphql(
      `mutation { resend_organization_invite(input: { invitation_id: "${id}" }) {
        invitation { invitee_identifier } errors { field messages } } }`,
      asked,
    );
    expect(resent.data.resend_organization_invite).toEqual({ invitation: { invitee_identifier: first }, errors: [] });
    for (const other of ["nothing", organizationId(own), id.replace(/.$/, (end: string) => (end === "0" ? "1" : "0"))])
      expect(
        (await graphql(`{ organization_invitation(id: "${other}") { id } }`, asked)).data.organization_invitation,
      ).toBe(null);
  });
});
