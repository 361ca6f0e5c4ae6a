import { requestAddressChange, requestReset } from "@/lib/accounts/operations";
import { mailedToken } from "@/lib/testing/mails";
import { accountHandle, publicHandle, testPassword, unique } from "@/lib/testing/world";
import type { Listed } from "./dashboard-world";

const errors = "errors { field messages }";

/** What it sends about the person who is signed in, or signs up. */
export const personDocuments: Listed[] = [
  {
    name: "GetUser",
    document: "query GetUser { user { email full_name is_staff is_superuser last_login date_joined permissions } }",
  },
  {
    name: "register_user",
    document: `mutation register_user($data: RegisterUserMutationInput!) { register_user(input: $data) { user { email is_active } ${errors} } }`,
    variables: () => ({
      data: {
        email: `${unique("new")}@people.example`,
        ...{
          password1: testPassword,
          password2: testPassword,
          redirect_url: "https://x.example",
          full_name: "Nia New",
        },
      },
    }),
  },
  {
    name: "change_password",
    document: `mutation change_password($data: ChangePasswordMutationInput!) { change_password(input: $data) { user { email } ${errors} } }`,
    variables: () => ({
      data: {
        old_password: testPassword,
        new_password1: "another good password",
        new_password2: "another good password",
      },
    }),
  },
  {
    name: "request_email_change",
    document: `mutation request_email_change($data: RequestEmailChangeMutationInput!) { request_email_change(input: $data) { user { email } ${errors} } }`,
    variables: () => ({
      data: { email: `${unique("next")}@people.example`, password: testPassword, redirect_url: "https://x.example" },
    }),
  },
  {
    name: "confirm_email_change",
    document: `mutation confirm_email_change($data: ConfirmEmailChangeMutationInput!) { confirm_email_change(input: $data) { user { email } ${errors} } }`,
    variables: async ({ person }) => {
      const email = `${unique("next")}@people.example`;
      await accountHandle(person).run(requestAddressChange, { email });
      return { data: { token: await mailedToken(email, "verify-address") } };
    },
  },
  {
    name: "request_password_reset",
    document: `mutation request_password_reset($data: RequestPasswordResetMutationInput!) { request_password_reset(input: $data) { email redirect_url ${errors} } }`,
    variables: ({ person }) => ({ data: { email: person.email, redirect_url: "https://x.example" } }),
  },
  {
    name: "confirm_password_reset",
    document: `mutation confirm_password_reset($data: ConfirmPasswordResetMutationInput!) { confirm_password_reset(input: $data) { user { email } ${errors} } }`,
    variables: async ({ person }) => {
      await publicHandle().run(requestReset, { email: person.email });
      const token = await mailedToken(person.email, "reset-password");
      return {
        data: { uid: "any", token, new_password1: "another good password", new_password2: "another good password" },
      };
    },
  },
  {
    name: "enable_multi_factor",
    document: `mutation enable_multi_factor($data: EnableMultiFactorMutationInput!) { enable_multi_factor(input: $data) { user { email } secret uri ${errors} } }`,
    variables: () => ({ data: { password: testPassword } }),
  },
  {
    name: "update_user",
    document: `mutation { update_user(input: { full_name: "Olga New" }) { user { full_name } ${errors} } }`,
  },
];
