/** A person's second factor (API.md 4.5). */
export const factorsSchema = /* GraphQL */ `
extend type Mutation {
  enable_multi_factor(input: EnableMultiFactorMutationInput!): EnableMultiFactorMutation!
  confirm_multi_factor(input: ConfirmMultiFactorMutationInput!): ConfirmMultiFactorMutation!
  disable_multi_factor(input: DisableMultiFactorMutationInput!): DisableMultiFactorMutation!
}

input EnableMultiFactorMutationInput {
  password: String!
  factor_code: String
}

type EnableMultiFactorMutation {
  errors: [ErrorType!]
  user: UserType
  "For an authenticator app; nothing is on until confirm_multi_factor takes a code of it."
  secret: String
  "The same as an otpauth address, for a QR code."
  uri: String
}

input ConfirmMultiFactorMutationInput {
  "The six digits that the app shows."
  token: String!
}

type ConfirmMultiFactorMutation {
  errors: [ErrorType!]
  user: UserType
  "Shown in this answer alone."
  recovery_codes: [String!]
}

input DisableMultiFactorMutationInput {
  password: String!
  factor_code: String
}

type DisableMultiFactorMutation {
  errors: [ErrorType!]
  user: UserType
}
`;
