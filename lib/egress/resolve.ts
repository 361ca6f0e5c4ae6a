import { Resolver } from "node:dns/promises";
import { isLocalName } from "./url-rules";

/** All addresses of a name. Throws where it has none. */
export type Resolve = (host: string) => Promise<string[]>;

const noSuchRecord = new Set(["ENODATA", "ENOTFOUND"]);

/**
 * Asks the name servers without the threads that files and passwords share, so that names whose servers never answer
 * hold nobody up.
 */
export const resolveName: Resolve = async (host) => {
  if (isLocalName(host)) return ["127.0.0.1"];
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  const asked = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = asked.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
  if (found.length > 0) return found;
  const failed = asked.find(({ status }) => status === "rejected");
  const code = failed?.status === "rejected" ? (failed.reason as { code?: string }).code : undefined;
  throw new Error(
    code && !noSuchRecord.has(code) ? `The name servers gave no answer (${code}).` : "There is no such name.",
  );
};
