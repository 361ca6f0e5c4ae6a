import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { hashPassword, passwordParams } from "@/lib/access/password";
import { emailInput } from "./schema";
import { deviceInput, deviceMark, sessionAnswer, withDevice } from "./session-answer";

const salt = z.object({ salt: z.string(), params: passwordParams });

export const signIn = defineOperation({
  name: "account.sign_in",
  scope: "public",
  access: "write",
  summary: "Sign in with address and password",
  // Whoever stuffs passwords for an address fills what strangers share, never what its person has at home.
  limits: [
    { by: "subject+device", points: 20, seconds: 900, from: ["device"] },
    { by: "network", points: 60, seconds: 900, from: ["network", "stranger"] },
    { by: "subject+network", points: 10, seconds: 900, from: ["network", "stranger"] },
    { by: "subject", points: 200, seconds: 3600, from: ["stranger"] },
  ],
  subject: (input) => input.email,
  acquaintance: (input) => ({ account: input.email, device: input.device }),
  input: z.strictObject({
    email: emailInput,
    password: z.string().min(1, "Enter your password.").max(200),
    device: deviceInput,
  }),
  output: sessionAnswer,
  run: async ({ db, actor, input }) => {
    const known = await db.call(sql`guard.sign_in_salt(${input.email})`, salt);
    const raw = await hashPassword(input.password, Buffer.from(known.salt, "hex"), known.params);
    const device = deviceMark(input.device);
    const session = await db.call(
      sql`guard.sign_in(${input.email}, ${raw}, ${device}, ${withDevice(actor.request)}::jsonb)`,
      z.string().nullable(),
    );
    // Nothing is thrown inside the transaction: the failed try stays on the record.
    return { session: session ?? "", device };
  },
});
