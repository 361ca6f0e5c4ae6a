import { z } from "zod";
import { idInput, idOutput } from "@/lib/ids";
import { lines } from "@/lib/registrations/schema";

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

export const delegationId = z.strictObject({ id: idInput("dlg") });

const person = z.object({ id: idOutput("mem"), name: z.string() });

/** A stand-in who decides now or will. `mine`: of the acting person; `forMe`: who is the acting person. */
export const delegation = z.object({
  id: idOutput("dlg"),
  from: person,
  to: person,
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
