import { z } from "zod";

export const branchChoice = z.object({ id: z.string(), name: z.string(), code: z.string(), archived: z.boolean() });

export type BranchChoice = z.output<typeof branchChoice>;
