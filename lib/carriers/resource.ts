import { resource } from "@/lib/resource/resource";

export const carrierConnections = resource({
  name: "carrier_connections",
  prefix: "car",
  words: {
    one: "carrier connection",
    many: "carrier connections",
    about: "Accounts with carriers. Credentials are sealed and never shown again.",
    empty: "Connect a carrier's account; try it out with test data first.",
  },
  icon: "carrier",
  group: "Organization",
  permissions: {
    view: "carriers.manage",
    create: "carriers.manage",
    update: "carriers.manage",
    remove: "carriers.manage",
  },
  title: "name",
  sort: "name",
  fields: {
    name: { kind: "text", label: "Name", most: 80, required: true, list: true, sort: true },
    carrier: {
      kind: "choice",
      label: "Carrier",
      required: true,
      list: true,
      filter: true,
      options: [
        { value: "dhl_express", label: "DHL Express" },
        { value: "dpd", label: "DPD" },
        { value: "fedex", label: "FedEx" },
        { value: "gls", label: "GLS" },
        { value: "postnl", label: "PostNL" },
        { value: "ups", label: "UPS" },
        { value: "usps", label: "USPS" },
        { value: "own_fleet", label: "Own fleet" },
        { value: "other", label: "Another carrier" },
      ],
    },
    account: { kind: "text", label: "Account number", most: 60, mono: true, list: true },
    active: { kind: "flag", label: "Active", list: true, filter: true },
    credentials: {
      kind: "secret",
      label: "Credentials",
      help: "What the carrier gave you: a key, or JSON. It is sealed at once.",
      most: 4000,
    },
  },
});
