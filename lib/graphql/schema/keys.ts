/** Keys, labelled and the one of the organization (API.md 4.3 to 4.5). */
export const keysSchema = /* GraphQL */ `
extend type Query {
  token(org_id: String): TokenType
  api_keys: [APIKeyType!]!
}

extend type Mutation {
  mutate_token(input: TokenMutationInput!): TokenMutation!
  create_api_key(input: CreateAPIKeyMutationInput!): CreateAPIKeyMutation!
  delete_api_key(input: DeleteAPIKeyMutationInput!): DeleteAPIKeyMutation!
}

type TokenType {
  object_type: String!
  key: String!
  label: String!
  test_mode: Boolean!
  created: DateTime!
  permissions: [String!]
  id: String!
  created_at: DateTime!
  status: String!
}

type APIKeyType {
  object_type: String!
  key: String!
  label: String!
  test_mode: Boolean!
  created: DateTime!
  permissions: [String!]
  id: String!
  created_at: DateTime!
  expires_at: DateTime
  last_used_at: DateTime
  status: String!
}

input TokenMutationInput {
  key: String!
  password: String
  refresh: Boolean
  "How long the old one works beside the new one, 72 at most."
  overlap_hours: Int
  factor_code: String
}

type TokenMutation {
  errors: [ErrorType!]
  token: TokenType
}

input CreateAPIKeyMutationInput {
  password: String
  label: String!
  permissions: [String!]
  organization: String
  factor_code: String
}

type CreateAPIKeyMutation {
  errors: [ErrorType!]
  api_key: APIKeyType
}

input DeleteAPIKeyMutationInput {
  password: String
  key: String!
  factor_code: String
}

type DeleteAPIKeyMutation {
  errors: [ErrorType!]
  label: String
}
`;
