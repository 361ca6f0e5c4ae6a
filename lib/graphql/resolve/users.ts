import { randomBytes } from "node:crypto";
import { outsidePermissionsOf } from "@/lib/access/outside-permissions";
import {
  changePassword,
  confirmAddressChange,
  requestAddressChange,
  requestReset,
  resetPassword,
  showAccount,
  signUp,
  updateAccount,
} from "@/lib/accounts/operations";
import { payload, refuseField, refuseMetadata } from "../faults";
import type { Reader } from "../reader";
import type { Input, Maybe, Resolvers } from "../resolvers";
import { organizationsOf } from "./organizations";
import { asPerson, keyAddress } from "./people";

type NewPassword = { new_password1: string; new_password2: string };
type NewUser = {
  email: string;
  password1: string;
  password2: string;
  full_name?: Maybe<string>;
  terms?: Maybe<number>;
};

export const userResolvers: Resolvers = {
  Query: { user: (_: unknown, __: unknown, reader) => userOf(reader) },
  UserType: {
    organizations: ({ self }: { self?: boolean }, _: unknown, reader) => (self ? organizationsOf(reader, {}) : null),
    last_login: async ({ self }: { self?: boolean }, _: unknown, reader) => {
      const me = self && reader.hasOrganization ? await reader.me().catch(() => undefined) : undefined;
      return me?.kind === "person" ? me.lastActiveAt : null;
    },
    permissions: async (given: { self?: boolean; permissions?: string[] }, _: unknown, reader) =>
      given.self && reader.hasOrganization
        ? outsidePermissionsOf((await reader.me()).permissions)
        : (given.permissions ?? []),
  },
  Mutation: {
    update_user: (
      _: unknown,
      { input }: Input<{ full_name?: Maybe<string>; is_active?: Maybe<boolean>; metadata?: unknown }>,
      reader,
    ) =>
      payload(
        async () => {
          if (input.is_active === false) throw refuseField("is_active", "An account is not closed here. Write to us.");
          refuseMetadata(input.metadata, "Accounts");
          const account = reader.account();
          const { name, timeZone } = await reader.run(account, showAccount, {});
          await reader.run(account, updateAccount, { name: input.full_name ?? name, timeZone });
          return { user: await userOf(reader) };
        },
        { name: "full_name" },
      ),
    register_user: (_: unknown, { input }: Input<NewUser>, reader) =>
      payload(
        async () => {
          same(input.password1, input.password2, "password2");
          const [beforeAt = ""] = input.email.split("@");
          const name = input.full_name || beforeAt;
          const nonce = randomBytes(32).toString("base64url");
          const { email, password1: password, terms } = input;
          await reader.run(reader.anyone(), signUp, { name, email, password, nonce, ...(terms && { terms }) });
          return { user: { ...asPerson({ email: input.email, name }), is_active: false } };
        },
        { password: "password1", name: "full_name" },
      ),
    change_password: (_: unknown, { input }: Input<NewPassword & { old_password: string }>, reader) =>
      payload(
        async () => {
          same(input.new_password1, input.new_password2, "new_password2");
          const proof = { password: input.old_password };
          await reader.run(reader.account(), changePassword, { newPassword: input.new_password1 }, proof);
          return { user: await userOf(reader) };
        },
        { password: "old_password", new_password: "new_password1" },
      ),
    request_email_change: (_: unknown, { input }: Input<{ email: string; password: string }>, reader) =>
      payload(async () => {
        const proof = { password: input.password };
        await reader.run(reader.account(), requestAddressChange, { email: input.email }, proof);
        return { user: await userOf(reader) };
      }),
    confirm_email_change: (_: unknown, { input }: Input<{ token: string }>, reader) =>
      payload(async () => {
        const { email } = await reader.run(reader.anyone(), confirmAddressChange, { token: input.token });
        return { user: asPerson({ email }) };
      }),
    request_password_reset: (_: unknown, { input }: Input<{ email: string; redirect_url?: Maybe<string> }>, reader) =>
      payload(async () => {
        await reader.run(reader.anyone(), requestReset, { email: input.email });
        return { email: input.email, redirect_url: input.redirect_url };
      }),
    confirm_password_reset: (_: unknown, { input }: Input<NewPassword & { token: string }>, reader) =>
      payload(
        async () => {
          same(input.new_password1, input.new_password2, "new_password2");
          const given = { token: input.token, newPassword: input.new_password1 };
          await reader.run(reader.anyone(), resetPassword, given);
          return { user: null };
        },
        { new_password: "new_password1" },
      ),
  },
};

/** Whoever asks: a person, or the service identity that a key is. */
export async function userOf(reader: Reader) {
  if (reader.hasAccount) {
    const account = await reader.myAccount();
    return { ...asPerson(account), id: account.id, self: true, date_joined: account.createdAt };
  }
  const me = await reader.me();
  if (me.kind === "key") return { ...asPerson({ name: me.name, email: keyAddress(me.id) }), id: me.id, self: true };
  return { ...asPerson(me), id: me.id, self: true, date_joined: me.joinedAt };
}

function same(first: string, second: string, field: string): void {
  if (first !== second) throw refuseField(field, "This is not the same password.");
}
