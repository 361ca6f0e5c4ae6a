import { enrol, readEnrolment } from "@/lib/access/factor";
import { shownRecoveryCode } from "@/lib/access/totp";
import { beginFactor, removeFactor } from "@/lib/factors/operations";
import { payload } from "../faults";
import type { Input, Maybe, Resolvers } from "../resolvers";
import { userOf } from "./users";

type Proven = { password: string; factor_code?: Maybe<string> };

const asProof = ({ password, factor_code }: Proven) => ({ password, factorCode: factor_code });

export const factorResolvers: Resolvers = {
  Mutation: {
    enable_multi_factor: (_: unknown, { input }: Input<Proven>, reader) =>
      payload(async () => {
        const account = reader.account();
        await reader.run(account, beginFactor, {}, asProof(input));
        const { credential } = account;
        const begun = "secret" in credential ? await readEnrolment(credential.secret) : undefined;
        return { user: await userOf(reader), secret: begun?.seed ?? null, uri: begun?.address ?? null };
      }),
    confirm_multi_factor: (_: unknown, { input }: Input<{ token: string }>, reader) =>
      payload(
        async () => {
          const codes = await enrol(reader.account(), input.token);
          return { user: await userOf(reader), recovery_codes: codes.map(shownRecoveryCode) };
        },
        { factorCode: "token" },
      ),
    disable_multi_factor: (_: unknown, { input }: Input<Proven>, reader) =>
      payload(async () => {
        await reader.run(reader.account(), removeFactor, {}, asProof(input));
        return { user: await userOf(reader) };
      }),
  },
};
