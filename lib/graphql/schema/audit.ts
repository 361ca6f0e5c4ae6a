/** The audit trail (API.md 4.7). */
export const auditSchema = /* GraphQL */ `
extend type Query {
  auditlog(id: String!): AuditLogEntryType
  auditlogs(filter: AuditLogEntryFilter): AuditLogEntryTypeConnection!
}

type AuditLogEntryTypeConnection {
  page_info: PageInfo!
  edges: [AuditLogEntryTypeEdge!]!
}

type AuditLogEntryTypeEdge {
  node: AuditLogEntryType!
  cursor: String!
}

type AuditLogEntryType {
  object_type: String!
  id: String!
  object_pk: String!
  object_id: Int!
  object_str: String!
  action: LogEntryAction!
  created: DateTime!
  created_at: DateTime!
  status: String!
  actor: String!
  operation: String!
  before: JSON
  after: JSON
}

input AuditLogEntryFilter {
  offset: Int
  first: Int
  object_pk: String
  action: [String!]
}

enum LogEntryAction { create update delete }
`;
