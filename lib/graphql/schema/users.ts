/** People and their own accounts (API.md 4.3 to 4.5). */
export const usersSchema = /* GraphQL */ `
extend type Query {
  user: UserType!
}

extend type Mutation {
  update_user(input: UpdateUserInput!): UserUpdateMutation!
  register_user(input: RegisterUserMutationInput!): RegisterUserMutation!
  change_password(input: ChangePasswordMutationInput!): ChangePasswordMutation!
  request_email_change(input: RequestEmailChangeMutationInput!): RequestEmailChangeMutation!
  confirm_email_change(input: ConfirmEmailChangeMutationInput!): ConfirmEmailChangeMutation!
  request_password_reset(input: RequestPasswordResetMutationInput!): RequestPasswordResetMutation!
  confirm_password_reset(input: ConfirmPasswordResetMutationInput!): ConfirmPasswordResetMutation!
}

type UserType {
  email: String!
  full_name: String!
  is_staff: Boolean!
  is_active: Boolean!
  date_joined: DateTime
  is_superuser: Boolean
  last_login: DateTime
  permissions: [String!]
  id: String!
  organizations: [OrganizationType!]
}

input UpdateUserInput {
  full_name: String
  is_active: Boolean
  metadata: JSON
}

type UserUpdateMutation {
  errors: [ErrorType!]
  user: UserType
}

input RegisterUserMutationInput {
  email: String!
  password1: String!
  password2: String!
  redirect_url: String
  full_name: String
  "The version of the installation's terms that the person accepted, where it has some: the page /terms names it."
  terms: Int
}

type RegisterUserMutation {
  errors: [ErrorType!]
  user: UserType
}

input ChangePasswordMutationInput {
  old_password: String!
  new_password1: String!
  new_password2: String!
}

type ChangePasswordMutation {
  errors: [ErrorType!]
  user: UserType
}

input RequestEmailChangeMutationInput {
  email: String!
  password: String!
  redirect_url: String
}

type RequestEmailChangeMutation {
  errors: [ErrorType!]
  user: UserType
}

input ConfirmEmailChangeMutationInput {
  token: String!
}

type ConfirmEmailChangeMutation {
  errors: [ErrorType!]
  user: UserType
}

input RequestPasswordResetMutationInput {
  email: String!
  redirect_url: String
}

type RequestPasswordResetMutation {
  errors: [ErrorType!]
  email: String
  redirect_url: String
}

input ConfirmPasswordResetMutationInput {
  uid: String
  token: String!
  new_password1: String!
  new_password2: String!
}

type ConfirmPasswordResetMutation {
  errors: [ErrorType!]
  user: UserType
}
`;
