import type { Around } from "@/lib/access/handle";

/** Several of them, the first outermost. */
export function together(...each: (Around | undefined)[]): Around {
  const given = each.filter((one) => one !== undefined);
  return <T>(context: Parameters<Around>[0], work: () => Promise<T>): Promise<T> =>
    given.reduceRight<() => Promise<T>>((inner, one) => () => one(context, inner), work)();
}
