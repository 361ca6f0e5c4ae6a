import { z } from "zod";
import { anyOf, listInput, searchInput } from "@/lib/access/list";
import { emailInput, line, passwordInput } from "@/lib/accounts/schema";
import { placesInput } from "@/lib/branches/schema";
import { idInput, idOutput } from "@/lib/ids";

export const requestState = z.enum(["pending", "approved", "rejected"]);
export const closedAs = z.enum(["rejected", "withdrawn", "overdue", "taken_back"]);
export const dueState = z.enum(["overdue", "soon", "later"]);
export const outcome = z.enum(["joined", "waiting", "member", "rejected", "decided", "missing"]);

export const registrationId = idInput("reg");

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** Several lines that people read; control characters but line breaks are dropped. */
export function lines(most: number) {
  return z
    .string()
    .max(most * 2, `At most ${most} characters.`)
    .transform((text) => text.replace(/\r\n?/g, "\n").replace(control, " ").trim())
    .pipe(z.string().max(most, `At most ${most} characters.`));
}

/** What somebody types who wants to join. The organization by its address, so that nothing else is looked up. */
export const accessRequestInput = z.strictObject({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, "Enter the organization's address, such as acme-shipping.")
    .max(253, "This address is too long.")
    .transform(slugOf)
    .pipe(
      z
        .string()
        .regex(/^[a-z0-9-]{1,63}$/, "Enter the first part of the organization's address, such as acme-shipping."),
    ),
  name: line(100, 2),
  email: emailInput,
  message: lines(1000).default(""),
});

export const approveInput = z.strictObject({
  role: z.string().min(1, "Choose a role.").max(40).optional(),
  note: lines(500).default(""),
  branches: placesInput,
});

export const rejectInput = z.strictObject({
  reason: lines(500).pipe(z.string().min(3, "Give a reason; the person will read it.")),
});

export const manyInput = z.strictObject({ ids: z.array(registrationId).min(1, "Choose a request.").max(100) });

export const activateInput = z.strictObject({
  token: z.string().min(1).max(200),
  name: line(100, 2),
  password: passwordInput,
  device: z.string().max(100).optional(),
});

export const listRegistrationsInput = listInput({
  sorts: ["created_at", "decided_at", "name", "due_at"],
  sort: "created_at",
  filters: { state: requestState.default("pending"), due: anyOf(dueState), q: searchInput },
});

/** Every state of the history, where the queue shows one. */
export const exportRegistrationsInput = listInput({
  sorts: ["created_at", "decided_at", "name", "due_at"],
  sort: "created_at",
  filters: { state: anyOf(requestState), due: anyOf(dueState), q: searchInput },
}).omit({ limit: true });

export const exportedRegistration = z.object({
  id: idOutput("reg"),
  name: z.string(),
  email: z.string(),
  message: z.string(),
  state: requestState,
  closedAs: closedAs.nullable(),
  roleName: z.string().nullable(),
  note: z.string().nullable(),
  decidedByName: z.string().nullable(),
  createdAt: z.date(),
  dueAt: z.date().nullable(),
  decidedAt: z.date().nullable(),
  joinedAt: z.date().nullable(),
});

/** What a decider sees of a request in the queue. */
export const registration = z.object({
  id: idOutput("reg"),
  name: z.string(),
  email: z.string(),
  message: z.string(),
  state: requestState,
  closedAs: closedAs.nullable(),
  /** The address is proved by an account. */
  verified: z.boolean(),
  accountSince: z.date().nullable(),
  /** Members whose address has the same domain; 0 for public mail providers. */
  domainMatches: z.number(),
  earlierRequests: z.number(),
  repeats: z.number(),
  roleKey: z.string().nullable(),
  roleName: z.string().nullable(),
  /** Where it was approved for, as far as the acting person may know; null: wherever the approver is. */
  branches: z.array(z.object({ id: idOutput("brn"), name: z.string() })).nullable(),
  note: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  /** Null on an approved request: the person has not proved the address yet. */
  joinedAt: z.date().nullable(),
  /** Approved by somebody who may no longer do so: it waits for another approval. */
  lapsed: z.boolean(),
  /** Null where the organization sets no due time. */
  dueAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
  escalatedAt: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

export const registrationDetail = registration.extend({
  member: z.boolean(),
  networkAddress: z.string().nullable(),
  earlier: z.array(
    z.object({
      id: idOutput("reg"),
      state: requestState,
      closedAs: closedAs.nullable(),
      note: z.string().nullable(),
      decidedByName: z.string().nullable(),
      createdAt: z.date(),
      decidedAt: z.date().nullable(),
    }),
  ),
  history: z.array(z.object({ id: z.number(), at: z.date(), title: z.string(), actor: z.string() })),
});

export const decision = z.object({
  id: idOutput("reg"),
  name: z.string(),
  email: z.string(),
  outcome,
  state: requestState,
  closedAs: closedAs.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  noSeat: z.boolean().meta({
    description: "Approved, and no seat is left now: they come in once there is room when they use their link.",
  }),
});

export const myRequest = z.object({
  id: idOutput("reg"),
  organization: z.string(),
  slug: z.string(),
  state: requestState,
  closedAs: closedAs.nullable(),
  note: z.string().nullable(),
  roleName: z.string().nullable(),
  message: z.string(),
  createdAt: z.date(),
  /** By when the organization wants to decide. */
  dueAt: z.date().nullable(),
  decidedAt: z.date().nullable(),
  joinedAt: z.date().nullable(),
});

export const role = z.object({ key: z.string(), name: z.string(), description: z.string() });

export type Registration = z.output<typeof registration>;
export type RegistrationDetail = z.output<typeof registrationDetail>;
export type Decision = z.output<typeof decision>;
export type MyRequest = z.output<typeof myRequest>;
export type GivableRole = z.output<typeof role>;

/** People paste whole addresses: `https://acme.berth.example/` means `acme`. */
function slugOf(text: string): string {
  const host = text.replace(/^https?:\/\//, "").split(/[/?#]/)[0] ?? "";
  return host.split(".")[0] ?? "";
}
