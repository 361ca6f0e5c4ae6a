import { memberships } from "@/db/schema/memberships";
import { declareTarget } from "@/lib/resource/targets";

/** Members, for fields that name one. */
export const memberLink = declareTarget({
  name: "members",
  path: "/members",
  prefix: "mem",
  one: "member",
  table: memberships,
  title: "name",
  detail: "email",
  search: true,
  view: "members.view",
});
