import { encodeId } from "@/lib/ids";
import { organizationId } from "@/lib/testing/graphql";
import { addMember, testPassword } from "@/lib/testing/world";
import { guidFor, invited, type Listed } from "./dashboard-world";

const organizationNode = `id name slug token
  current_user { email full_name is_admin is_owner last_login }
  members { email full_name is_admin is_owner user_id invitation { id guid invitee_identifier created modified } last_login }
  usage(filter: $usage) { members order_volume total_errors total_requests total_trackers total_shipments unfulfilled_orders
    total_shipping_spend api_errors { date label count } api_requests { date label count } order_volumes { date label count }
    shipment_count { date label count } tracker_count { date label count } shipping_spend { date label count } }`;
const members = `id members { email full_name is_admin is_owner user_id invitation { id guid invitee_identifier created modified } last_login }`;
const errors = "errors { field messages }";

/** What Karrio's own dashboard sends about organizations, their people and invitations (API.md 4.10). */
export const organizationDocuments: Listed[] = [
  {
    name: "get_organizations",
    document: `query get_organizations($filter: OrgFilter, $usage: UsageFilter) { organizations(filter: $filter) {
      page_info { count has_next_page has_previous_page start_cursor end_cursor } edges { node { ${organizationNode} } } } }`,
    variables: () => ({ filter: { is_active: true } }),
  },
  {
    name: "get_organization",
    document: `query get_organization($id: String!, $usage: UsageFilter) { organization(id: $id) { ${organizationNode} } }`,
    variables: ({ own }) => ({
      id: organizationId(own),
      usage: { date_after: "2026-01-01", date_before: "2026-02-01" },
    }),
  },
  {
    name: "update_organization",
    document: `mutation update_organization($data: UpdateOrganizationMutationInput!) { update_organization(input: $data) { organization { id name } ${errors} } }`,
    variables: ({ own }) => ({ data: { id: organizationId(own), name: "Renamed Freight" } }),
  },
  {
    name: "set_organization_user_roles",
    document: `mutation set_organization_user_roles($data: SetOrganizationUserRolesMutationInput!) { set_organization_user_roles(input: $data) { organization { id } ${errors} } }`,
    variables: async ({ own }) => ({
      data: {
        org_id: organizationId(own),
        user_id: encodeId("mem", (await addMember(own)).membershipId),
        roles: ["member"],
      },
    }),
  },
  {
    name: "send_organization_invites",
    document: `mutation send_organization_invites($data: SendOrganizationInvitesMutationInput!) { send_organization_invites(input: $data) { ${errors} } }`,
    variables: ({ own }) => ({
      data: { org_id: organizationId(own), emails: ["ann@people.example"], redirect_url: "https://x.example/join" },
    }),
  },
  {
    name: "resend_organization_invite",
    document: `mutation resend_organization_invite($data: ResendOrganizationInviteMutationInput!) { resend_organization_invite(input: $data) { invitation { id invitee_identifier created modified } ${errors} } }`,
    variables: async (world) => ({
      data: { invitation_id: await invited(world), redirect_url: "https://x.example/join" },
    }),
  },
  {
    name: "delete_organization_invitation",
    document: `mutation delete_organization_invitation($data: DeleteMutationInput!) { delete_organization_invitation(input: $data) { id } }`,
    variables: async (world) => ({ data: { id: await invited(world) } }),
  },
  {
    name: "remove_organization_member",
    document: `mutation remove_organization_member($data: RemoveOrganizationMemberMutationInput!) { remove_organization_member(input: $data) { organization { ${members} } ${errors} } }`,
    variables: async ({ own }) => ({
      data: { org_id: organizationId(own), user_id: encodeId("mem", (await addMember(own)).membershipId) },
    }),
  },
  {
    name: "update_member_status",
    document: `mutation update_member_status($data: UpdateMemberStatusMutationInput!) { update_member_status(input: $data) { organization { ${members} } ${errors} } }`,
    variables: async ({ own }) => ({
      data: {
        org_id: organizationId(own),
        user_id: encodeId("mem", (await addMember(own)).membershipId),
        is_active: false,
      },
    }),
  },
  {
    name: "create_organization",
    document: `mutation create_organization($data: CreateOrganizationMutationInput!) { create_organization(input: $data) { organization { id } ${errors} } }`,
    variables: () => ({ data: { name: "Second Freight" } }),
  },
  {
    name: "delete_organization",
    document: `mutation delete_organization($data: DeleteOrganizationMutationInput!) { delete_organization(input: $data) { organization { id } ${errors} } }`,
    variables: ({ own }) => ({ data: { id: organizationId(own), password: testPassword } }),
  },
  {
    name: "change_organization_owner",
    document: `mutation change_organization_owner($data: ChangeOrganizationOwnerMutationInput!) { change_organization_owner(input: $data) { organization { id } ${errors} } }`,
    variables: async ({ own }) => ({
      data: { org_id: organizationId(own), email: (await addMember(own)).email, password: testPassword },
    }),
  },
  {
    name: "accept_organization_invitation",
    document: `mutation accept_organization_invitation($data: AcceptOrganizationInvitationMutationInput!) { accept_organization_invitation(input: $data) { organization { id } ${errors} } }`,
    variables: async ({ person }) => ({ data: { guid: await guidFor(person.email) } }),
  },
  {
    name: "get_organization_invitation",
    document: `query get_organization_invitation($guid: String!) { organization_invitation(guid: $guid) { invitee_identifier organization_name invitee { email } } }`,
    variables: async ({ person }) => ({ guid: await guidFor(person.email) }),
  },
];
