import { branchLink } from "@/lib/branches/link";
import { resource } from "@/lib/resource/resource";

export const customers = resource({
  name: "customers",
  prefix: "cus",
  words: {
    one: "customer",
    many: "customers",
    about: "Companies and people that order from you.",
    empty: "Customers carry their addresses and orders.",
  },
  icon: "customer",
  group: "Work",
  permissions: {
    view: "customers.view",
    create: "customers.manage",
    update: "customers.manage",
    remove: "customers.manage",
  },
  title: "name",
  detail: "email",
  search: "Search name, e-mail, phone, tax number",
  sort: "name",
  fields: {
    name: { kind: "text", label: "Name", most: 120, required: true, list: true, sort: true },
    kind: {
      kind: "choice",
      label: "Kind",
      required: true,
      list: true,
      filter: true,
      options: [
        { value: "company", label: "Company" },
        { value: "person", label: "Person" },
      ],
    },
    email: { kind: "email", label: "E-mail", list: true },
    phone: { kind: "text", label: "Phone", most: 40, list: true },
    branch: { kind: "reference", label: "Branch", to: branchLink, list: "hidden", filter: true, once: true },
    taxId: { kind: "text", label: "Tax number", most: 40, mono: true, list: "hidden" },
    notes: { kind: "paragraph", label: "Notes", most: 2000 },
  },
});
