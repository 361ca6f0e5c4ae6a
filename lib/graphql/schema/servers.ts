/** What servers of the platform do here (API.md); nobody else's credential does. */
export const serversSchema = /* GraphQL */ `
extend type Mutation {
  add_organization_member(input: AddOrganizationMemberMutationInput!): AddOrganizationMemberMutation!
}

input AddOrganizationMemberMutationInput {
  organization_id: String!
  "One person: by the address, or by the id."
  email: String
  user_id: String
  role: String
}

type AddOrganizationMemberMutation {
  errors: [ErrorType!]
  accepted: Boolean
}
`;
