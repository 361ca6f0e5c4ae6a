import { addresses } from "@/lib/addresses/resource";
import { assets } from "@/lib/assets/resource";
import { carrierConnections } from "@/lib/carriers/resource";
import { customers } from "@/lib/customers/resource";
import { majorText } from "@/lib/measures/words";
import { parcels } from "@/lib/parcels/resource";
import { products } from "@/lib/products/resource";
import type { Row } from "@/lib/resource/declaration";
import { templates } from "@/lib/templates/resource";
import { eitherOf } from "../pages";
import { streetOf } from "./addresses";
import type { Known } from "./records";

type Filter = Row;

const keyword = {
  names: ["keyword"],
  input: ({ keyword: words }: Filter): Row => (typeof words === "string" && words !== "" ? { q: words } : {}),
  told: { q: "keyword" },
};

/** What is given of theirs, under our names; what is left out stays out. */
function renamed(given: Row, names: Record<string, string>): Row {
  const entries = Object.entries(names).flatMap(([theirs, ours]) =>
    given[theirs] === undefined ? [] : [[ours, given[theirs]] as const],
  );
  return Object.fromEntries(entries);
}

function turned(names: Record<string, string>): Record<string, string> {
  const outside = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(names).map(([theirs, ours]) => [outside(ours), theirs]));
}

const textOf = (amount: unknown) => (amount === null ? null : String(amount));
const upper = (unit: unknown) => String(unit).toUpperCase();
const lower = (unit: unknown) => (typeof unit === "string" ? unit.toLowerCase() : undefined);

const addressNames = {
  company_name: "company",
  address_line1: "street",
  address_line2: "extra",
  postal_code: "postcode",
  city: "city",
  state_code: "region",
  country_code: "country",
  phone_number: "phone",
  email: "email",
  customer_id: "customerId",
};
const productNames = {
  title: "name",
  sku: "sku",
  description: "description",
  hs_code: "customsCode",
  weight: "weight",
  origin_country: "origin",
  value_currency: "currency",
  active: "active",
};
const templateNames = { name: "name", template: "body", related_object: "kind", active: "active" };
const carrierNames = { carrier_id: "name", carrier_name: "carrier", account_number: "account", active: "active" };
const parcelNames = { package_preset: "name", length: "length", width: "width", height: "height", weight: "weight" };

/** Every declared resource that has a place in this interface, under its names there. */
export const knownRecords: Known[] = [
  {
    resource: addresses,
    one: "address",
    many: "addresses",
    filter: {
      names: ["keyword", "address"],
      input: (filter) => keyword.input({ keyword: eitherOf(filter, "keyword", "address") }),
      told: keyword.told,
    },
    read: (row) => ({
      object_type: "address",
      person_name: row.name,
      company_name: row.company,
      address_line1: row.street,
      address_line2: row.extra,
      postal_code: row.postcode,
      city: row.city,
      state_code: row.region,
      country_code: row.country,
      phone_number: row.phone,
      email: row.email,
      customer: row.customer,
    }),
    write: {
      payload: "address",
      input: (given, isNew) => {
        const { person_name: person, company_name: company } = given;
        const name = person || (isNew || person !== undefined ? company : undefined);
        return {
          ...renamed(given, addressNames),
          ...(name || person !== undefined ? { name: name || "" } : {}),
          street: streetOf(given),
        };
      },
      names: { ...turned(addressNames), name: "person_name" },
    },
  },
  {
    resource: parcels,
    one: "parcel",
    many: "parcels",
    read: (row) => ({
      object_type: "parcel",
      package_preset: row.name,
      description: row.name,
      length: row.length,
      width: row.width,
      height: row.height,
      weight: row.weight,
      weight_unit: upper(row.weightUnit),
      dimension_unit: upper(row.dimensionUnit),
      items: [],
      options: {},
    }),
    write: {
      payload: "parcel",
      input: (given) => {
        const name = given.package_preset ?? given.description;
        const units = { weightUnit: lower(given.weight_unit), dimensionUnit: lower(given.dimension_unit) };
        return { ...renamed(given, parcelNames), ...(name ? { name } : {}), ...units };
      },
      names: turned(parcelNames),
    },
  },
  {
    resource: products,
    one: "product",
    many: "products",
    filter: keyword,
    read: (row) => ({
      object_type: "product",
      title: row.name,
      sku: row.sku,
      description: row.description,
      hs_code: row.customsCode,
      weight: row.weight,
      weight_unit: upper(row.weightUnit),
      value_amount: row.price === null ? null : Number(majorText(Number(row.price), String(row.currency))),
      value_currency: row.currency,
      origin_country: row.origin,
      active: row.active,
      status: row.active ? "active" : "inactive",
    }),
    write: {
      payload: "product",
      input: (given) => ({
        ...renamed(given, productNames),
        ...(given.value_amount === undefined ? {} : { price: textOf(given.value_amount) }),
        weightUnit: lower(given.weight_unit),
      }),
      names: { ...turned(productNames), price: "value_amount" },
    },
  },
  {
    resource: carrierConnections,
    one: "carrier_connection",
    many: "carrier_connections",
    filter: {
      names: ["active", "carrier_name"],
      input: ({ active, carrier_name }) => ({
        ...(typeof active === "boolean" ? { active: [String(active)] } : {}),
        ...(Array.isArray(carrier_name) ? { carrier: carrier_name } : {}),
      }),
      told: { "carrier.*": "carrier_name.*" },
    },
    read: (row) => ({
      carrier_id: row.name,
      carrier_code: row.carrier,
      carrier_name: row.carrier,
      display_name: row.name,
      active: row.active,
      test_mode: row.testMode,
      capabilities: [],
      credentials: {},
      config: { account_number: row.account, credentials_set: row.credentialsSet },
      status: row.active ? "active" : "inactive",
    }),
    write: {
      payload: "connection",
      input: ({ credentials, ...given }) => ({
        ...renamed(given, carrierNames),
        ...(credentials === undefined || credentials === null
          ? {}
          : { credentials: typeof credentials === "string" ? credentials : JSON.stringify(credentials) }),
      }),
      names: turned(carrierNames),
    },
  },
  {
    resource: templates,
    one: "document_template",
    many: "document_templates",
    filter: {
      names: ["active", "related_object"],
      input: ({ active, related_object }) => ({
        ...(typeof active === "boolean" ? { active: [String(active)] } : {}),
        ...(related_object ? { kind: [related_object] } : {}),
      }),
      told: { "kind.*": "related_object" },
    },
    read: (row) => ({
      object_type: "document-template",
      slug: String(row.name)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_"),
      name: row.name,
      template: row.body,
      related_object: row.kind,
      active: row.active,
      status: row.active ? "active" : "inactive",
    }),
    write: { payload: "template", input: (given) => renamed(given, templateNames), names: turned(templateNames) },
  },
  {
    resource: customers,
    one: "customer",
    many: "customers",
    filter: keyword,
    read: (row) => ({
      object_type: "customer",
      name: row.name,
      kind: row.kind,
      email: row.email,
      phone: row.phone,
      tax_id: row.taxId,
      notes: row.notes,
    }),
  },
  {
    resource: assets,
    one: "asset",
    many: "assets",
    filter: keyword,
    read: (row) => ({
      object_type: "asset",
      name: row.name,
      code: row.code,
      kind: row.kind,
      serial: row.serial,
      notes: row.notes,
      branch: row.branch,
      status: row.status,
    }),
  },
];
