import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { hashPassword, passwordParams } from "@/lib/access/password";
import { emailInput } from "./schema";

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
      sql`guard.sign_in(${input.email}, ${raw}, ${device}, ${JSON.stringify(actor.request)}::jsonb)`,
      z.string().nullable(),
    );
    // Nothing is thrown inside the transaction: the failed try stays on the record.
    return { session: session ?? "", device };
  },
});
