import { branchLink } from "@/lib/branches/link";
import { resource } from "@/lib/resource/resource";

export const assets = resource({
  name: "assets",
  prefix: "ast",
  words: {
    one: "asset",
    many: "assets",
    about: "Vehicles, equipment and printers.",
    empty: "Add what you drive, lift and print with.",
  },
  icon: "asset",
  group: "Work",
  permissions: { view: "assets.view", create: "assets.manage", update: "assets.manage", remove: "assets.manage" },
  title: "name",
  search: "Search name, code, serial number",
  sort: "name",
  fields: {
    name: { kind: "text", label: "Name", most: 80, required: true, list: true, sort: true },
    code: {
      kind: "text",
      label: "Code",
      help: "Number plate or inventory number.",
      most: 40,
      mono: true,
      required: true,
      list: true,
    },
    kind: {
      kind: "choice",
      label: "Kind",
      required: true,
      list: true,
      filter: true,
      options: [
        { value: "vehicle", label: "Vehicle" },
        { value: "equipment", label: "Equipment" },
        { value: "printer", label: "Printer" },
      ],
    },
    status: {
      kind: "choice",
      label: "Status",
      required: true,
      list: true,
      filter: true,
      options: [
        { value: "in_use", label: "In use", tone: "positive" },
        { value: "spare", label: "Spare", tone: "info" },
        { value: "repair", label: "In repair", tone: "warning" },
        { value: "retired", label: "Retired", tone: "neutral" },
      ],
    },
    branch: { kind: "reference", label: "Branch", to: branchLink, list: true, filter: true, once: true },
    capacity: { kind: "weight", label: "Payload", list: "hidden" },
    serial: { kind: "text", label: "Serial number", most: 60, mono: true, list: "hidden" },
    notes: { kind: "paragraph", label: "Notes", most: 2000 },
  },
});
