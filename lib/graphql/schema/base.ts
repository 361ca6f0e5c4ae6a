import { countryOptions, currencyCodes } from "@/lib/organizations/regions";

/** What every part of the schema uses. */
export const baseSchema = /* GraphQL */ `
type Query
type Mutation

"A moment, as ISO 8601 in UTC."
scalar DateTime
"A day, as YYYY-MM-DD."
scalar Date
scalar JSON

type PageInfo {
  count: Int!
  has_next_page: Boolean!
  has_previous_page: Boolean!
  start_cursor: String
  end_cursor: String
}

type ErrorType {
  field: String!
  messages: [String!]!
}

input DeleteMutationInput {
  id: String!
}

type DeleteMutation {
  errors: [ErrorType!]
  id: String
}

"Another record that one refers to; without a name for people who may not see it."
type RecordReference {
  id: String!
  name: String
}

enum CurrencyCodeEnum { ${[...currencyCodes].join(" ")} }
enum CountryCodeEnum { ${countryOptions.map(({ value }) => value).join(" ")} }
`;
