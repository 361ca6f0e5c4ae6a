/** Calls of the API, and what they and the rest came to (API.md 4.4, 4.7). */
export const logsSchema = /* GraphQL */ `
extend type Query {
  log(id: Int!): LogType
  logs(filter: LogFilter): LogTypeConnection!
  "Of the request's organization."
  system_usage(filter: UsageFilter): OrgUsageType!
}

type LogType {
  object_type: String!
  "Counts the calls of the organization."
  id: Int!
  "The call's id over REST."
  log_id: String!
  user: UserType
  "The member or the key that called."
  caller: String!
  requested_at: DateTime
  created: DateTime!
  created_at: DateTime!
  response_ms: Int
  path: String
  remote_addr: String
  host: String
  method: String
  status_code: Int
  status: String!
  test_mode: Boolean
  request_id: String
  entity_id: String
  data: JSON
  response: JSON
  query_params: JSON
  records: [JSON!]!
}

input LogFilter {
  offset: Int
  first: Int
  query: String
  api_endpoint: String
  remote_addr: String
  date_after: DateTime
  date_before: DateTime
  entity_id: String
  method: [String!]
  "succeeded or failed."
  status: String
  status_code: [Int!]
  request_id: String
}

type LogTypeConnection {
  page_info: PageInfo!
  edges: [LogTypeEdge!]!
}

type LogTypeEdge {
  node: LogType!
  cursor: String!
}
`;
