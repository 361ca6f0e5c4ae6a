import { resource } from "@/lib/resource/resource";

export const products = resource({
  name: "products",
  prefix: "prd",
  words: {
    one: "product",
    many: "products",
    about: "What orders consist of, with price and customs data.",
    empty: "Products fill in the lines of an order.",
  },
  icon: "product",
  group: "Work",
  permissions: { view: "orders.view", create: "orders.update", update: "orders.update", remove: "orders.update" },
  title: "name",
  detail: "sku",
  search: "Search name, article number, customs code",
  sort: "name",
  fields: {
    name: { kind: "text", label: "Name", most: 120, required: true, list: true, sort: true },
    sku: {
      kind: "text",
      label: "Article number",
      most: 40,
      mono: true,
      required: true,
      list: true,
      pattern: { source: "^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$", says: "Letters, digits, dots, hyphens and slashes." },
    },
    price: { kind: "money", label: "Price", list: true, sort: true },
    weight: { kind: "weight", label: "Weight", list: true },
    origin: { kind: "country", label: "Country of origin", list: "hidden" },
    customsCode: {
      kind: "text",
      label: "Customs code",
      help: "HS code, for shipments abroad.",
      most: 20,
      mono: true,
      list: "hidden",
    },
    active: { kind: "flag", label: "Sold now", list: true, filter: true },
    description: { kind: "paragraph", label: "Description", most: 2000 },
  },
});
