import { z } from "zod";
import { idOutput } from "@/lib/ids";

const organization = z.object({ id: idOutput("org"), slug: z.string(), name: z.string() });
const permissions = z.array(z.string());

export const person = z.object({
  kind: z.literal("person"),
  id: idOutput("mem"),
  name: z.string(),
  email: z.string(),
  roleKey: z.string(),
  roleName: z.string(),
  isOwner: z.boolean(),
  joinedAt: z.date(),
  lastActiveAt: z.date().nullable(),
  organization,
  permissions,
});

/** What a key is: the organization itself, with the key's rights. */
export const key = z.object({
  kind: z.literal("key"),
  id: idOutput("apk"),
  name: z.string(),
  organization,
  permissions,
});

export const account = z.object({
  id: idOutput("usr"),
  name: z.string(),
  email: z.string(),
  timeZone: z.string(),
  createdAt: z.date(),
  organizations: z.array(organization.extend({ state: z.string(), roleKey: z.string(), roleName: z.string() })),
});
