import { branchLink } from "@/lib/branches/link";
import { customers } from "@/lib/customers/resource";
import { products } from "@/lib/products/resource";
import { resource } from "@/lib/resource/resource";
import { type OrderStatus, orderStatuses, settledVerdict } from "./rules";

export const orders = resource({
  name: "orders",
  prefix: "ord",
  words: {
    one: "order",
    many: "orders",
    about: "What customers asked for, line by line.",
    empty: "An order goes from open to fulfilled; pieces and shipments follow from it.",
  },
  icon: "order",
  group: "Work",
  permissions: { view: "orders.view", create: "orders.create", update: "orders.update", remove: "orders.cancel" },
  title: "reference",
  search: "Search reference, recipient, notes",
  sort: "-created",
  fields: {
    reference: {
      kind: "text",
      label: "Reference",
      help: "Left empty, it gets the next number.",
      most: 40,
      mono: true,
      list: true,
      sort: true,
      numbered: "ORD-",
      taken: "duplicate_order_id",
    },
    status: {
      kind: "choice",
      label: "Status",
      options: orderStatuses,
      required: true,
      fixed: true,
      list: true,
      filter: true,
    },
    customer: { kind: "reference", label: "Customer", to: customers.link, list: true, filter: true },
    channel: {
      kind: "choice",
      label: "Channel",
      required: true,
      list: true,
      filter: true,
      options: [
        { value: "web", label: "Web shop" },
        { value: "phone", label: "Phone" },
        { value: "email", label: "E-mail" },
        { value: "counter", label: "Counter" },
        { value: "api", label: "API" },
      ],
    },
    branch: { kind: "reference", label: "Branch", to: branchLink, list: true, filter: true, once: true },
    placedOn: { kind: "day", label: "Placed on", list: true, sort: true },
    total: { kind: "money", label: "Total", required: true, fixed: true, list: true, sort: true },
    shippingTo: { kind: "postal", label: "Ship to", list: "hidden" },
    shippingFrom: { kind: "postal", label: "Ship from" },
    billingAddress: { kind: "postal", label: "Billing address" },
    notes: { kind: "paragraph", label: "Notes", most: 2000 },
  },
  lines: {
    name: "lines",
    label: "Lines",
    one: "line",
    most: 200,
    fields: {
      product: {
        kind: "reference",
        label: "Product",
        to: products.link,
        fills: { description: "name", price: "price" },
      },
      description: { kind: "text", label: "Description", most: 120, required: true },
      quantity: { kind: "integer", label: "Quantity", least: 1, most: 1_000_000, required: true },
      price: { kind: "money", label: "Price each", required: true },
    },
  },
  complete: (values, { present, lines }) => ({
    ...values,
    ...(present ? {} : { status: "open" }),
    ...(lines ? { total: lines.reduce((sum, { quantity, price }) => sum + Number(quantity) * Number(price), 0) } : {}),
  }),
  locked: ({ status }) => settledVerdict(status as OrderStatus), // held by a CHECK
});
