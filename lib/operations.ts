import type { AnyOperation } from "@/lib/access/operation";
import * as accounts from "@/lib/accounts/operations";
import * as me from "@/lib/me/operations";
import * as members from "@/lib/members/operations";
import * as organizations from "@/lib/organizations/operations";

/** Every operation of the product. What is not here has no door. */
export const operations: AnyOperation[] = [accounts, me, members, organizations].flatMap((slice) =>
  Object.values<AnyOperation>(slice),
);
