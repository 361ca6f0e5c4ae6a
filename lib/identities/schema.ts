import { z } from "zod";
import { idInput, idOutput } from "@/lib/ids";
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
        doubted: z.boolean(),
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
      /** Opens nothing until its person says that it stays. */
      doubted: z.boolean(),
    }),
  ),
});

export type Methods = z.output<typeof methods>;

/** What a provider proved and nobody has here yet; `why` it did not open an account. */
export const waitingIdentity = z.object({
  provider: providerInput,
  email: z.string().nullable(),
  why: z.enum(["address_known", "address_unverified", "no_address", "doubted"]),
  mailed: z.boolean(),
});

export type WaitingIdentity = z.output<typeof waitingIdentity>;

export const whatStaysRow = z
  .object({
    identities: z.array(
      z.object({
        id: z.uuid(),
        provider: providerInput,
        email: z.string().nullable(),
        created_at: z.coerce.date(),
        own: z.boolean(),
      }),
    ),
    keys: z.array(
      z.object({
        id: idOutput("apk"),
        label: z.string(),
        organization: z.string(),
        last4: z.string(),
        created_at: z.coerce.date(),
        last_used_at: z.coerce.date().nullable(),
      }),
    ),
    has_factor: z.boolean(),
  })
  .transform((row) => ({
    hasFactor: row.has_factor,
    identities: row.identities.map(({ created_at, ...rest }) => ({ ...rest, createdAt: created_at })),
    keys: row.keys.map(({ created_at, last_used_at, ...rest }) => ({
      ...rest,
      createdAt: created_at,
      lastUsedAt: last_used_at,
    })),
  }));

/** What can still act for somebody who chose a new password by mail. `own`: of their own address, as was proved. */
export const whatStays = z.object({
  hasFactor: z.boolean(),
  identities: z.array(
    z.object({
      id: z.uuid(),
      provider: providerInput,
      email: z.string().nullable(),
      createdAt: z.date(),
      own: z.boolean(),
    }),
  ),
  keys: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      organization: z.string(),
      last4: z.string(),
      createdAt: z.date(),
      lastUsedAt: z.date().nullable(),
    }),
  ),
});

export type WhatStays = z.output<typeof whatStays>;

export const keepInput = z.strictObject({
  ways: z.array(z.uuid()).max(50).default([]),
  endKeys: z.array(idInput("apk")).max(500).default([]),
});
