import { z } from "zod";
import { type Permission, permissions } from "@/lib/access/permissions";
import { idInput, idOutput } from "@/lib/ids";
import { lines } from "@/lib/registrations/schema";

const permission = z.enum(permissions as [Permission, ...Permission[]]); // the catalogue is not empty
const day = z.iso.date("Choose a day.");

/** Days in the organization's time zone, both whole. */
export const createInput = z
  .strictObject({
    to: z.string().min(1, "Choose who stands in.").pipe(idInput("mem")),
    from: day,
    until: day,
    note: lines(300).default(""),
  })
  .refine(({ from, until }) => until >= from, {
    path: ["until"],
    error: "The end must not come before the beginning.",
  });

/** Until the end of a day in the organization's time zone. */
export const lendInput = z.strictObject({
  to: z.string().min(1, "Choose a member.").pipe(idInput("mem")),
  permissions: z.array(permission).min(1, "Choose at least one permission.").max(permissions.length),
  until: day,
  note: lines(300).default(""),
});

export const delegationId = z.strictObject({ id: idInput("dlg") });

const person = z.object({ id: idOutput("mem"), name: z.string() });

/**
 * A loan of permissions that holds now or will; a stand-in is the loan of the queue of registrations. `mine`: of the
 * acting person; `forMe`: to the acting person.
 */
export const delegation = z.object({
  id: idOutput("dlg"),
  from: person,
  to: person,
  standIn: z.boolean(),
  permissions: z.array(z.string()),
  startsAt: z.date(),
  endsAt: z.date(),
  note: z.string().nullable(),
  live: z.boolean(),
  mine: z.boolean(),
  forMe: z.boolean(),
  mayEnd: z.boolean(),
});

export type Delegation = z.output<typeof delegation>;

export const choice = z.object({ id: idOutput("mem"), name: z.string(), email: z.string() });

export type StandInChoice = z.output<typeof choice>;
