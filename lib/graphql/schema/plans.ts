/** The plan of an organization: what it has, its limits with their use, and the feature switches. */
export const plansSchema = /* GraphQL */ `
extend type Query {
  "The plan of the request's organization, for who may see its usage."
  plan: OrganizationPlanType
  "How much of one limit is in use, for every member and key."
  plan_limit(name: PlanLimitEnum!): PlanRoomType!
}

extend type OrganizationType {
  "For who may see the organization's usage."
  plan: OrganizationPlanType
  "What its plan includes and what not, for every member and key."
  features: [PlanFeatureType!]
}

type OrganizationPlanType {
  key: String!
  name: String!
  description: String!
  limits: [PlanLimitType!]!
  features: [PlanFeatureType!]!
  "Why something was agreed for this organization alone, as the operators wrote it; empty where nothing was."
  agreement: String!
}

type PlanLimitType {
  name: PlanLimitEnum!
  label: String!
  "What holds. Null: any number."
  most: Int
  "What the plan says by itself. Null: any number."
  plan: Int
  used: Int!
  "Whether it was agreed for this organization alone."
  agreed: Boolean!
}

type PlanRoomType {
  name: PlanLimitEnum!
  label: String!
  "Null: any number."
  most: Int
  "Null where it is not counted, since there is no limit."
  used: Int
}

type PlanFeatureType {
  name: PlanFeatureEnum!
  label: String!
  is_on: Boolean!
  "The keys of plans that have it, where it is off here."
  offered_by: [String!]!
}

enum PlanLimitEnum { max_users keys webhooks branches roles api_calls_a_day }

enum PlanFeatureEnum {
  api webhooks imports exports custom_roles branches lending branding audit_export groups
}
`;
