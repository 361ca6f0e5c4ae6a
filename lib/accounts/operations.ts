import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation, type RequestInfo } from "@/lib/access/operation";
import { hashPassword, passwordParams } from "@/lib/access/password";
import { deviceName } from "@/lib/auth/device-name";
import { emailInput } from "./schema";

/** The request as a session keeps it: with the name of the device that people recognise. */
const withDevice = (request: RequestInfo) => JSON.stringify({ ...request, device: deviceName(request.agent) });

const salt = z.object({ salt: z.string(), params: passwordParams });

export const signIn = defineOperation({
  name: "account.sign_in",
  scope: "public",
  access: "write",
  summary: "Sign in with address and password",
  limits: [
    { by: "network", points: 60, seconds: 900 },
    { by: "subject+network", points: 10, seconds: 900 },
    { by: "subject", points: 200, seconds: 3600 },
  ],
  subject: (input) => input.email,
  input: z.strictObject({ email: emailInput, password: z.string().max(200), device: z.string().max(100).optional() }),
  output: z.object({ session: z.string(), device: z.string() }),
  run: async ({ db, actor, input }) => {
    const known = await db.call(sql`guard.sign_in_salt(${input.email})`, salt);
    const raw = await hashPassword(input.password, Buffer.from(known.salt, "hex"), known.params);
    const device = input.device ?? randomBytes(32).toString("base64url");
    const session = await db.call(
      sql`guard.sign_in(${input.email}, ${raw}, ${device}, ${withDevice(actor.request)}::jsonb)`,
      z.string().nullable(),
    );
    // Nothing is thrown inside the transaction: the failed try stays on the record.
    return { session: session ?? "", device };
  },
});

const account = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  timeZone: z.string(),
  superAdmin: z.boolean(),
});

export const showAccount = defineOperation({
  name: "account.show",
  scope: "account",
  access: "read",
  summary: "Show your account",
  limits: [],
  input: z.strictObject({}),
  output: account,
  run: ({ db }) => db.call(sql`guard.my_account()`, account),
});
