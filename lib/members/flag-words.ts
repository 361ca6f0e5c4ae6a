import { type Flag, flags, type Permission } from "@/lib/access/permissions";

const words: Record<Flag, { name: string; gives: string }> = {
  view_orders: { name: "View orders", gives: "See orders, shipments, trackers and routes" },
  act_orders: { name: "Act on orders", gives: "Create, change and cancel orders and shipments, manage trackers" },
  view_customers: { name: "View customers", gives: "See customers and addresses" },
  act_customers: { name: "Act on customers", gives: "Add, change and remove customers and addresses" },
  view_assets: { name: "View assets", gives: "See vehicles, equipment and pieces" },
  act_assets: { name: "Act on assets", gives: "Add, change and remove vehicles, equipment and pieces" },
  send_invites: { name: "Send invites", gives: "Invite people, with roles up to their own rights" },
  manage_permissions: { name: "Manage permissions", gives: "Switch these flags of others, never their own" },
};

const known = (flag: string): flag is Flag => Object.hasOwn(words, flag);

export function flagWords(flag: string): string {
  return known(flag) ? words[flag].name : flag;
}

/** What a flag lets somebody do. */
export function flagGives(flag: Flag): string {
  return words[flag].gives;
}

export const allFlags = Object.keys(flags) as Flag[]; // the keys of a constant

export function flagHolds(flag: Flag): readonly Permission[] {
  return flags[flag];
}
