import type { Linked } from "@/lib/resource/field-schema";

/** What branches are, for fields that name one: the branches' own field among them. */
export const branchLink: Linked = {
  name: "branches",
  path: "/branches",
  prefix: "brn",
  one: "branch",
  title: "name",
  search: false,
};
