import { z } from "zod";
import { idInput, idOutput } from "@/lib/ids";

export const branchChoice = z.object({ id: z.string(), name: z.string(), code: z.string(), archived: z.boolean() });

export type BranchChoice = z.output<typeof branchChoice>;

/** Records that people move from branch to branch; what belongs to one of them goes with it. */
export const movable = ["shipments", "orders", "assets", "customers"] as const;

export type Movable = (typeof movable)[number];

export function isMovable(name: string): name is Movable {
  return movable.some((each) => each === name);
}

/** Where somebody begins who gets in; none named: wherever whoever lets them in is. */
export const placesInput = z
  .array(idInput("brn"))
  .max(50, "At most 50 branches.")
  .default([])
  .transform((ids) => (ids.length > 0 ? [...new Set(ids)] : null));

export const moved = z.object({ moved: z.number() });

const named = (prefix: string) => z.object({ id: idOutput(prefix), name: z.string() });

/** One branch in the tree: `members` are those placed in it, not those who are everywhere. */
export const branchNode = z.object({
  id: idOutput("brn"),
  name: z.string(),
  code: z.string(),
  kind: z.enum(["region", "depot", "department"]),
  parentId: idOutput("brn").nullable(),
  place: z.string().nullable(),
  timeZone: z.string().nullable(),
  manager: named("mem").nullable(),
  members: z.number(),
  archived: z.boolean(),
});

export type BranchNode = z.output<typeof branchNode>;

export const branchTree = z.object({ branches: z.array(branchNode), everywhere: z.number(), limited: z.boolean() });

export const placement = z.object({
  everywhere: z.boolean(),
  branches: z.array(z.object({ branch: named("brn"), role: z.string().nullable(), roleName: z.string().nullable() })),
});

export type Placement = z.output<typeof placement>;

/** What closing a branch moves. Counts stop at 1,001. */
export const archivePreview = z.object({
  shipments: z.number(),
  orders: z.number(),
  assets: z.number(),
  customers: z.number(),
  members: z.number(),
  below: z.array(z.string()),
});

export type ArchivePreview = z.output<typeof archivePreview>;
