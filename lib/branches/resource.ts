import { memberLink } from "@/lib/members/link";
import { timeZoneOptions } from "@/lib/organizations/regions";
import { resource } from "@/lib/resource/resource";
import { branchLink } from "./link";

export const branches = resource({
  name: "branches",
  prefix: "brn",
  words: {
    one: "branch",
    many: "branches",
    about: "Regions, depots and departments that people and records belong to.",
    empty: "Add the places that you work from, then say who belongs where.",
  },
  icon: "branch",
  group: "People",
  permissions: {
    view: "branches.view",
    create: "branches.manage",
    update: "branches.manage",
    remove: "branches.manage",
  },
  title: "name",
  inBothModes: true,
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
    kind: {
      kind: "choice",
      label: "Kind",
      required: true,
      list: true,
      filter: true,
      options: [
        { value: "depot", label: "Depot" },
        { value: "region", label: "Region" },
        { value: "department", label: "Department" },
      ],
    },
    parent: {
      kind: "reference",
      label: "Part of",
      help: "Who belongs there belongs here too.",
      to: branchLink,
      list: true,
    },
    manager: { kind: "reference", label: "Manager", to: memberLink, list: true },
    timeZone: {
      kind: "choice",
      label: "Time zone",
      help: "Left empty, it is the organization's.",
      options: timeZoneOptions,
    },
    street: { kind: "text", label: "Street", most: 120 },
    city: { kind: "text", label: "City", most: 100, list: true },
    region: { kind: "text", label: "State or region", most: 60 },
    postcode: { kind: "text", label: "Postcode", most: 20 },
    country: { kind: "country", label: "Country" },
    archived: { kind: "flag", label: "Archived", fixed: true, list: "hidden", filter: true },
  },
});
