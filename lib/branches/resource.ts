import { resource } from "@/lib/resource/resource";

export const branches = resource({
  name: "branches",
  prefix: "brn",
  words: {
    one: "branch",
    many: "branches",
    about: "Regions, depots and departments that shipments and vehicles belong to.",
    empty: "Add the places that you work from, then sort shipments and vehicles by them.",
  },
  icon: "branch",
  group: "Organization",
  permissions: {
    view: "branches.view",
    create: "branches.manage",
    update: "branches.manage",
    remove: "branches.manage",
  },
  title: "name",
  sort: "name",
  fields: {
    name: { kind: "text", label: "Name", most: 80, required: true, list: true, sort: true },
    code: {
      kind: "text",
      label: "Code",
      help: "Short, for lists and labels.",
      most: 12,
      mono: true,
      required: true,
      list: true,
      pattern: { source: "^[A-Z0-9][A-Z0-9-]{0,11}$", says: "Capital letters, digits and hyphens, such as CHI-2." },
    },
    archived: {
      kind: "flag",
      label: "Archived",
      help: "Kept for its records, not offered for new ones.",
      list: true,
      filter: true,
    },
  },
});
