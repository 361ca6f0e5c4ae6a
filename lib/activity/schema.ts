import { z } from "zod";
import { anyOf } from "@/lib/access/list";
import { idInput, idOutput } from "@/lib/ids";

export const longestRange = 366;
const day = z.iso.date();

/** Days in the organization's zone, both included. */
export const activityInput = z
  .strictObject({ from: day, to: day, branch: anyOf(idInput("brn")) })
  .refine(({ from, to }) => from <= to, { message: "The first day comes before the last.", path: ["to"] })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < longestRange, {
    message: "Choose a year at most.",
    path: ["from"],
  });

export const kinds = {
  orders: "Orders",
  shipments: "Shipments",
  approvals: "Approvals",
  invitations: "Invitations",
} as const;

export type Kind = keyof typeof kinds;

const amounts = z.object({ orders: z.number(), shipments: z.number(), approvals: z.number(), invitations: z.number() });

export type Amounts = z.output<typeof amounts>;

const joining = z.object({
  id: idOutput("mem"),
  name: z.string(),
  how: z.string(),
  decidedAt: z.date(),
  enteredAt: z.date(),
  /** What Berth needed, in milliseconds; null while the page that follows has not opened. */
  system: z.number().nullable(),
  /** What people took: to follow the mail, or to look in; null while they have not. */
  people: z.number().nullable(),
});

export type Joining = z.output<typeof joining>;

export const activityOutput = z.object({
  days: z.array(amounts.extend({ day })),
  people: z.array(amounts.extend({ id: idOutput("mem").nullable(), name: z.string() })),
  open: z.array(z.object({ day, count: z.number() })),
  provisioning: z.object({
    median: z.number().nullable(),
    worst: z.number().nullable(),
    medianOfPeople: z.number().nullable(),
    unopened: z.number(),
    joinings: z.array(joining),
  }),
});

export type Activity = z.output<typeof activityOutput>;
