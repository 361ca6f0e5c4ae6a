import type { Resource } from "@/lib/resource/declaration";
import { type Field, type Fields, inputName } from "@/lib/resource/field-schema";
import { resources } from "@/lib/resources";
import type { Case, TenantResource } from "./describe-tenant-resource";
import { type Organization, unique } from "./world";

type Input = Record<string, unknown>;

/** Which resources cannot be without another one. */
const needs: Record<string, string> = { pieces: "orders" };

const singular = (name: string): string => name.replace(/s$/, "");

/** Whatever a field may hold; references are left out, where they may be. */
export function sampleOf({ fields, lines }: Pick<Resource, "fields" | "lines">): Input {
  return { ...samples(fields), ...(lines ? { [lines.name]: [samples(lines.fields)] } : {}) };
}

export async function makeRecord(organization: Organization, resource: Resource, more: Input = {}): Promise<string> {
  const input = { ...sampleOf(resource), ...(await needed(organization, resource)), ...more };
  const made = await organization.owner.handle.run(resource.operations.create, input);
  return String(made.id);
}

/** The generated tests of every declared resource, made from its declaration. */
export const resourceCases: TenantResource[] = resources.map((resource) => {
  const { name, title } = resource;
  const need = needs[name];
  const given = sampleOf(resource); // one and the same each time: an input that differs is taken to reach a record
  const create: Case = need
    ? {
        make: (organization) => makeRecord(organization, resourceNamed(need)),
        input: (id) => ({ ...given, [`${singular(need)}Id`]: id }),
        lenient: "says at the field that there is no such record",
      }
    : { input: () => given, unmade: true };
  return {
    name,
    operations: Object.values(resource.operations),
    make: (organization) => makeRecord(organization, resource),
    cases: {
      [`${name}.create`]: create,
      [`${name}.update`]: { input: (id) => ({ id, [title]: unique("New") }) },
    },
  };
});

export function resourceNamed(name: string): Resource {
  const found = resources.find((each) => each.name === name);
  if (!found) throw new Error(`There is no resource ${name}.`);
  return found;
}

async function needed(organization: Organization, { name }: Resource): Promise<Input> {
  const other = needs[name];
  return other ? { [`${singular(other)}Id`]: await makeRecord(organization, resourceNamed(other)) } : {};
}

function samples(fields: Fields): Input {
  const given = Object.entries(fields).filter(([, { kind, fixed }]) => !fixed && kind !== "reference");
  return Object.fromEntries(given.map(([name, field]) => [inputName(name, field), sample(field)]));
}

function sample(field: Field): unknown {
  switch (field.kind) {
    case "text":
      return unique("X").toUpperCase().slice(0, field.most);
    case "choice":
      return field.options[0]?.value;
    case "email":
      return `${unique("someone")}@customers.example`;
    case "country":
      return "NL";
    case "integer":
      return field.least;
    case "money":
      return "12.50";
    case "weight":
    case "size":
      return 12;
    case "day":
      return "2026-11-21";
    case "postal":
      return { name: unique("Someone"), street: "Quay 1", city: "Gent", postcode: "9000", country: "BE" };
    case "flag":
      return true;
    default:
      return "Some words.";
  }
}
