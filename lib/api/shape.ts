import type { AnyOperation } from "@/lib/access/operation";
import { comesWhole, outputSchema } from "./json-schema";
import { toOutside } from "./names";

/** What an operation answered, as it goes out. */
export function publicShape(operation: AnyOperation, output: unknown): unknown {
  const whole = { next_cursor: null };
  const body = Array.isArray(output)
    ? { data: output, ...whole }
    : comesWhole(operation)
      ? { ...(output as object), ...whole }
      : output;
  return toOutside(body, outputSchema(operation));
}

export function statusOf(operation: AnyOperation, output: unknown): number {
  return output === undefined ? 204 : (operation.rest?.status ?? 200);
}
