import { customers } from "@/lib/customers/resource";
import { resource } from "@/lib/resource/resource";

export const addresses = resource({
  name: "addresses",
  prefix: "adr",
  words: {
    one: "address",
    many: "addresses",
    about: "Places that you send to and collect from.",
    empty: "Addresses that you use again and again stand here.",
  },
  icon: "address",
  group: "Work",
  permissions: {
    view: "addresses.view",
    create: "addresses.manage",
    update: "addresses.manage",
    remove: "addresses.manage",
  },
  title: "name",
  detail: "city",
  search: "Search name, company, street, city",
  sort: "name",
  fields: {
    name: { kind: "text", label: "Name", most: 100, required: true, list: true, sort: true },
    company: { kind: "text", label: "Company", most: 100, list: true },
    customer: { kind: "reference", label: "Customer", to: customers.link, list: true, filter: true },
    street: { kind: "text", label: "Street and number", most: 120, required: true, list: "hidden" },
    extra: { kind: "text", label: "Flat, floor, gate", most: 120 },
    postcode: { kind: "text", label: "Postcode", most: 20, list: true },
    city: { kind: "text", label: "City", most: 100, required: true, list: true, sort: true },
    region: { kind: "text", label: "State or region", most: 60 },
    country: { kind: "country", label: "Country", required: true, list: true },
    phone: { kind: "text", label: "Phone", most: 40, list: "hidden" },
    email: { kind: "email", label: "E-mail", list: "hidden" },
  },
});
