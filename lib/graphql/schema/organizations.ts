/** Organizations, their people and invitations (API.md 4.3 to 4.5). */
export const organizationsSchema = /* GraphQL */ `
extend type Query {
  organization(id: String): OrganizationType
  organizations(filter: OrgFilter): OrganizationTypeConnection!
  "What organizations is read as where a document asks for neither edges nor page_info."
  organization_list(filter: OrgFilter): [OrganizationType!]!
  organization_invitation(id: String, guid: String): OrganizationInvitationType
}

extend type Mutation {
  create_organization(input: CreateOrganizationMutationInput!): CreateOrganizationMutation!
  update_organization(input: UpdateOrganizationMutationInput!): UpdateOrganizationMutation!
  delete_organization(input: DeleteOrganizationMutationInput!): DeleteOrganizationMutation!
  change_organization_owner(input: ChangeOrganizationOwnerMutationInput!): ChangeOrganizationOwnerMutation!
  set_organization_user_roles(input: SetOrganizationUserRolesMutationInput!): SetOrganizationUserRolesMutation!
  send_organization_invites(input: SendOrganizationInvitesMutationInput!): SendOrganizationInvitesMutation!
  resend_organization_invite(input: ResendOrganizationInviteMutationInput!): ResendOrganizationInviteMutation!
  accept_organization_invitation(input: AcceptOrganizationInvitationMutationInput!): AcceptOrganizationInvitationMutation!
  delete_organization_invitation(input: DeleteMutationInput!): DeleteMutation!
  remove_organization_member(input: RemoveOrganizationMemberMutationInput!): RemoveOrganizationMemberMutation!
  update_member_status(input: UpdateMemberStatusMutationInput!): UpdateMemberStatusMutation!
}

type OrganizationType {
  id: String!
  name: String!
  slug: String!
  is_active: Boolean!
  created: DateTime!
  modified: DateTime
  metadata: JSON
  current_user: OrganizationMemberType!
  members(offset: Int, first: Int): [OrganizationMemberType!]
  organization_invites: [OrganizationInvitationType!]
  token: String
  workspace_config: WorkspaceConfigType
  usage(filter: UsageFilter): OrgUsageType
  created_at: DateTime!
  status: String!
  owner: OrganizationMemberType
  pending_owner: OrganizationMemberType
}

type OrganizationMemberType {
  email: String!
  is_admin: Boolean!
  roles: [UserRole!]
  is_owner: Boolean
  full_name: String
  last_login: DateTime
  invitation: OrganizationInvitationType
  user_id: String
  metadata: JSON
  "active, suspended, or invited where nobody has come yet."
  status: String
}

type OrganizationInvitationType {
  object_type: String!
  id: String!
  guid: String!
  invitee_identifier: String!
  created: DateTime
  modified: DateTime
  invited_by: UserType
  invitee: UserType
  organization_name: String!
  created_at: DateTime
  status: String
  expires_at: DateTime
  roles: [UserRole!]
}

enum UserRole { member developer admin owner }

input OrgFilter {
  offset: Int
  first: Int
  id: String
  name: String
  slug: String
  is_active: Boolean
  order_by: String
}

type OrganizationTypeConnection {
  page_info: PageInfo!
  edges: [OrganizationTypeEdge!]!
}

type OrganizationTypeEdge {
  node: OrganizationType!
  cursor: String!
}

type OrgUsageType {
  members: Int
  total_errors: Int
  order_volume: Float
  total_requests: Int
  total_trackers: Int
  total_shipments: Int
  unfulfilled_orders: Int
  total_shipping_spend: Float
  total_addons_charges: Float
  api_errors: [UsageStatType!]
  api_requests: [UsageStatType!]
  order_volumes: [UsageStatType!]
  shipment_count: [UsageStatType!]
  shipping_spend: [UsageStatType!]
  tracker_count: [UsageStatType!]
  total_orders: Int
  total_deliveries: Int
  order_count: [UsageStatType!]
  delivery_count: [UsageStatType!]
  member_count: [UsageStatType!]
}

type UsageStatType {
  date: String
  label: String
  count: Float
  amount: Float
  currency: String
  period: String
}

input UsageFilter {
  date_after: String
  date_before: String
  omit: [String!]
  surcharge_id: String
}

input CreateOrganizationMutationInput {
  name: String!
  metadata: JSON
  slug: String
}

type CreateOrganizationMutation {
  errors: [ErrorType!]
  organization: OrganizationType
}

input UpdateOrganizationMutationInput {
  id: String!
  name: String
  metadata: JSON
}

type UpdateOrganizationMutation {
  errors: [ErrorType!]
  organization: OrganizationType
}

input DeleteOrganizationMutationInput {
  id: String!
  password: String!
  factor_code: String
}

type DeleteOrganizationMutation {
  errors: [ErrorType!]
  organization: OrganizationType
}

input ChangeOrganizationOwnerMutationInput {
  org_id: String!
  email: String!
  password: String!
  factor_code: String
}

type ChangeOrganizationOwnerMutation {
  errors: [ErrorType!]
  organization: OrganizationType
}

input SetOrganizationUserRolesMutationInput {
  org_id: String!
  user_id: String!
  roles: [UserRole!]!
  password: String
  factor_code: String
}

type SetOrganizationUserRolesMutation {
  errors: [ErrorType!]
  organization: OrganizationType
}

input SendOrganizationInvitesMutationInput {
  org_id: String
  emails: [String!]!
  redirect_url: String
  roles: [UserRole!]
  password: String
  factor_code: String
}

type SendOrganizationInvitesMutation {
  errors: [ErrorType!]
  organization: OrganizationType
  "What became of each address; null where all was refused."
  outcomes: [InvitationOutcomeType!]
}

type InvitationOutcomeType {
  email: String!
  "The invitation's id; null where none was made."
  id: String
  "created, already_invited or already_member."
  outcome: String!
}

input ResendOrganizationInviteMutationInput {
  invitation_id: String!
  redirect_url: String
}

type ResendOrganizationInviteMutation {
  errors: [ErrorType!]
  invitation: OrganizationInvitationType
}

input AcceptOrganizationInvitationMutationInput {
  guid: String!
}

type AcceptOrganizationInvitationMutation {
  errors: [ErrorType!]
  organization: OrganizationType
}

input RemoveOrganizationMemberMutationInput {
  org_id: String!
  user_id: String!
}

type RemoveOrganizationMemberMutation {
  errors: [ErrorType!]
  organization: OrganizationType
}

input UpdateMemberStatusMutationInput {
  org_id: String!
  user_id: String!
  is_active: Boolean!
}

type UpdateMemberStatusMutation {
  errors: [ErrorType!]
  organization: OrganizationType
}
`;
