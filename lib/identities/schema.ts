import { z } from "zod";
import { type ProviderId, providerIds } from "@/lib/sign-in-ways";

export const providerInput = z.enum(providerIds);

/** A button: only what a browser may know of a provider. */
export type ProviderButton = { id: ProviderId; label: string };

export const methodsRow = z
  .object({
    password_since: z.coerce.date().nullable(),
    identities: z.array(
      z.object({
        id: z.uuid(),
        provider: providerInput,
        email: z.string().nullable(),
        created_at: z.coerce.date(),
        last_used_at: z.coerce.date(),
      }),
    ),
  })
  .transform(({ password_since, identities }) => ({
    passwordSince: password_since,
    identities: identities.map(({ created_at, last_used_at, ...rest }) => ({
      ...rest,
      createdAt: created_at,
      lastUsedAt: last_used_at,
    })),
  }));

/** How a person signs in. */
export const methods = z.object({
  passwordSince: z.date().nullable(),
  identities: z.array(
    z.object({
      id: z.uuid(),
      provider: providerInput,
      email: z.string().nullable(),
      createdAt: z.date(),
      lastUsedAt: z.date(),
    }),
  ),
});

export type Methods = z.output<typeof methods>;

/** What a provider proved and nobody has here yet; `why` it did not open an account. */
export const waitingIdentity = z.object({
  provider: providerInput,
  email: z.string().nullable(),
  why: z.enum(["address_known", "address_unverified", "no_address"]),
  mailed: z.boolean(),
});

export type WaitingIdentity = z.output<typeof waitingIdentity>;
