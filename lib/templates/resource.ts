import { invalidField } from "@/lib/measures/convert";
import { resource } from "@/lib/resource/resource";
import { unknownVariables } from "./rules";

export const templates = resource({
  name: "templates",
  prefix: "tpl",
  words: {
    one: "template",
    many: "templates",
    about: "Texts of labels, slips and messages, with places for what differs.",
    empty: "Write a text once, with names such as {{recipient.name}} where it differs.",
  },
  icon: "template",
  group: "Organization",
  permissions: {
    view: "templates.manage",
    create: "templates.manage",
    update: "templates.manage",
    remove: "templates.manage",
  },
  title: "name",
  sort: "name",
  fields: {
    name: { kind: "text", label: "Name", most: 80, required: true, list: true, sort: true },
    kind: {
      kind: "choice",
      label: "Kind",
      required: true,
      list: true,
      filter: true,
      options: [
        { value: "label", label: "Label" },
        { value: "packing_slip", label: "Packing slip" },
        { value: "invoice", label: "Invoice" },
        { value: "manifest", label: "Manifest" },
        { value: "message", label: "Message" },
      ],
    },
    active: { kind: "flag", label: "In use", list: true, filter: true },
    body: {
      kind: "paragraph",
      label: "Text",
      help: "Names in double braces are filled in: {{shipment.reference}}, {{recipient.name}}, {{order.total}} and others.",
      most: 20_000,
      required: true,
    },
  },
  complete: (values) => {
    const unknown = typeof values.body === "string" ? unknownVariables(values.body) : [];
    if (unknown.length > 0)
      throw invalidField("body", `Nothing is called ${unknown.map((name) => `{{${name}}}`).join(", ")}.`);
    return values;
  },
});
