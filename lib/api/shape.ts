import type { AnyOperation } from "@/lib/access/operation";
import { outputSchema } from "./json-schema";
import { toOutside } from "./names";

/** What an operation answered, as it goes out. */
export function publicShape(operation: AnyOperation, output: unknown): unknown {
  const body = Array.isArray(output) ? { data: output, next_cursor: null } : output;
  return toOutside(body, outputSchema(operation));
}

export function statusOf(operation: AnyOperation, output: unknown): number {
  return output === undefined ? 204 : (operation.rest?.status ?? 200);
}
