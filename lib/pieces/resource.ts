import { branchLink } from "@/lib/branches/link";
import { invalidField } from "@/lib/measures/convert";
import { orders } from "@/lib/orders/resource";
import { resource } from "@/lib/resource/resource";
import { shipmentLink } from "@/lib/shipments/link";

export const pieces = resource({
  name: "pieces",
  prefix: "pce",
  words: {
    one: "piece",
    many: "pieces",
    about: "Single boxes and pallets of an order or a shipment, each with a label code.",
    empty: "Pieces are scanned on their way in and out.",
  },
  icon: "piece",
  group: "Work",
  permissions: { view: "pieces.view", create: "pieces.manage", update: "pieces.manage", remove: "pieces.manage" },
  title: "reference",
  search: "Search label code, description",
  sort: "-created",
  fields: {
    reference: {
      kind: "text",
      label: "Label code",
      help: "Left empty, it gets the next number.",
      most: 40,
      mono: true,
      list: true,
      sort: true,
      numbered: "PCE-",
    },
    status: {
      kind: "choice",
      label: "Status",
      required: true,
      list: true,
      filter: true,
      options: [
        { value: "expected", label: "Expected", tone: "neutral" },
        { value: "in_stock", label: "In stock", tone: "info" },
        { value: "loaded", label: "Loaded", tone: "accent" },
        { value: "delivered", label: "Delivered", tone: "positive" },
        { value: "missing", label: "Missing", tone: "danger" },
      ],
    },
    description: { kind: "text", label: "Description", most: 120, list: true },
    order: { kind: "reference", label: "Order", to: orders.link, list: true },
    shipment: { kind: "reference", label: "Shipment", to: shipmentLink, list: true },
    weight: { kind: "weight", label: "Weight", list: true },
    branch: { kind: "reference", label: "Branch", to: branchLink, list: "hidden", filter: true, fixed: true },
  },
  complete: (values, { present }) => {
    const { order, shipment } = { ...present, ...values };
    if (!order && !shipment) throw invalidField("orderId", "A piece belongs to an order or a shipment: choose one.");
    return values;
  },
});
