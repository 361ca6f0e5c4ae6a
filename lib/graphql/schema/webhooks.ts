/** Where events are sent (API.md 4.5 and 4.7). */
export const webhooksSchema = /* GraphQL */ `
extend type Query {
  webhook(id: String!): WebhookType
  webhooks(filter: WebhookFilter): WebhookTypeConnection!
}

extend type Mutation {
  create_webhook(input: CreateWebhookMutationInput!): CreateWebhookMutation!
  update_webhook(input: UpdateWebhookMutationInput!): UpdateWebhookMutation!
  delete_webhook(input: DeleteMutationInput!): DeleteMutation!
}

type WebhookType {
  object_type: String!
  id: String!
  url: String
  "Only in the answer that made it."
  secret: String
  disabled: Boolean
  test_mode: Boolean
  description: String
  "Those that Karrio has names for."
  enabled_events: [EventTypes!]!
  "All of them, under the names that they were asked for by: each is delivered under that one."
  events: [String!]!
  last_event_at: DateTime
  created: DateTime
  created_at: DateTime
  updated_at: DateTime
  created_by: UserType
  status: String!
}

input WebhookFilter {
  offset: Int
  first: Int
  url: String
  description: String
  events: [EventTypes!]
  disabled: Boolean
  test_mode: Boolean
}

type WebhookTypeConnection {
  page_info: PageInfo!
  edges: [WebhookTypeEdge!]!
}

type WebhookTypeEdge {
  node: WebhookType!
  cursor: String!
}

input CreateWebhookMutationInput {
  url: String!
  enabled_events: [EventTypes!]
  "Events under our names, beside the others."
  events: [String!]
  description: String
  disabled: Boolean = false
  password: String
  factor_code: String
}

type CreateWebhookMutation {
  errors: [ErrorType!]
  webhook: WebhookType
}

input UpdateWebhookMutationInput {
  id: String!
  url: String
  enabled_events: [EventTypes!]
  events: [String!]
  description: String
  disabled: Boolean
  password: String
  factor_code: String
}

type UpdateWebhookMutation {
  errors: [ErrorType!]
  webhook: WebhookType
}
`;
