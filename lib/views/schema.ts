import { z } from "zod";
import { line } from "@/lib/accounts/schema";
import { idInput, idOutput } from "@/lib/ids";
import { switched } from "@/lib/measures/schema";

const list = z.string().regex(/^[a-z][a-z_-]{0,39}$/, "There is no such list.");

export const viewsOf = z.strictObject({ list });
export const viewId = z.strictObject({ id: idInput("viw") });

/** Filters, search, order and columns of an address; where in the list somebody stands is no part of a view. */
const query = z
  .string()
  .max(1000)
  .transform((text) => {
    const kept = new URLSearchParams(text);
    for (const name of ["cursor", "trail", "limit", "tab"]) kept.delete(name);
    return kept.toString();
  });

export const saveViewInput = viewsOf.extend({ name: line(40), query, shared: switched.optional() });

export const savedView = z.object({
  id: idOutput("viw"),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
});

export type SavedView = z.output<typeof savedView>;
