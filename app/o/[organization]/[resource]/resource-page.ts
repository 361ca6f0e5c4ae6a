import { notFound } from "next/navigation";
import type { Option } from "@/components/ui/select";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage, type PageDoor } from "@/lib/access/page-door";
import { valuesOf } from "@/lib/access/several";
import { addresses } from "@/lib/addresses/resource";
import { decodeId } from "@/lib/ids";
import { listMembers } from "@/lib/members/operations";
import type { Resource } from "@/lib/resource/declaration";
import { factsOf, type LinkedChoices } from "@/lib/resource/facts";
import { type Field, inputName, type Linked } from "@/lib/resource/field-schema";
import { resources } from "@/lib/resources";
import { organizationShell } from "@/lib/shell/page";
import { listShipments } from "@/lib/shipments/operations";

export type ResourceParams = Promise<{ organization: string; resource: string }>;

/** What the pages of every declared record begin with. An address that no record has is no page. */
export async function resourcePage(params: ResourceParams) {
  const { organization, resource: segment } = await params;
  const resource = resources.find(({ path }) => path === `/${segment}`) ?? notFound();
  const door = await organizationPage(params);
  return { door, resource, slug: organization };
}

export async function around(resource: Resource, slug: string) {
  const { organization, permissions } = await organizationShell(slug);
  return { organization, permissions, facts: factsOf(resource, permissions) };
}

const most = 100;
/** Of so many that an address names beyond the first ones the names are looked up. */
const mostNamed = 5;

/** By field: the first records that a reference may lead to, as far as the acting person may see them. */
export async function choicesOf(
  door: PageDoor,
  { fields, lines }: Resource,
  wanted: (field: Field) => boolean = () => true,
): Promise<Record<string, Option[]>> {
  const asked = [
    ...Object.entries(fields).map(([name, field]) => [name, field] as const),
    ...Object.entries(lines?.fields ?? {}).map(([name, field]) => [`lines.${name}`, field] as const),
  ];
  const found = await Promise.all(
    asked.flatMap(([name, field]) =>
      field.kind === "reference" && wanted(field)
        ? [optionsOf(door, field.to).then((options) => [name, options ?? []] as const)]
        : [],
    ),
  );
  return Object.fromEntries(found);
}

/** The same for what its list is filtered by, with those that the address names however far down their list they stand. */
export async function filterChoices(
  door: PageDoor,
  resource: Resource,
  searchParams: SearchParams,
): Promise<Record<string, Option[]>> {
  const [choices, query] = await Promise.all([
    choicesOf(door, resource, ({ filter }) => filter === true),
    searchParams,
  ]);
  const all = await Promise.all(
    Object.entries(choices).map(async ([name, options]): Promise<[string, Option[]]> => {
      const field = resource.fields[name];
      const target = field?.kind === "reference" && options.length === most && resourceOf(field.to);
      if (!target) return [name, options];
      const given = query[inputName(name, field)];
      const ids = typeof given === "string" ? valuesOf(given) : [];
      const named = ids.filter((id) => !options.some(({ value }) => value === id));
      const found = await Promise.all(
        named
          .slice(0, mostNamed)
          .map((id) => decodeId(target.prefix, id) && door.runIfFound(target.operations.find, { id })),
      );
      return [name, [...options, ...found.flatMap((row) => (row ? [optionOf(target, row)] : []))]];
    }),
  );
  return Object.fromEntries(all);
}

/** The addresses that a form may fill in, for a resource that holds one and people who may see them. */
export async function savedAddresses(door: PageDoor, { fields }: Resource): Promise<LinkedChoices | undefined> {
  if (!Object.values(fields).some(({ kind }) => kind === "postal")) return undefined;
  const options = await optionsOf(door, addresses.link);
  return options && { to: addresses.link, options };
}

/** The first records of a list; undefined where the acting person may not see it. */
export async function optionsOf(door: PageDoor, link: Linked): Promise<Option[] | undefined> {
  if (link.name === "shipments") {
    const list = await door.runIfAllowed(listShipments, { limit: most });
    return list?.data.map(({ id, reference }) => ({ value: id, label: reference }));
  }
  if (link.name === "members") {
    const list = await door.runIfAllowed(listMembers, { limit: most });
    return list?.data.map(({ id, name }) => ({ value: id, label: name }));
  }
  const target = resourceOf(link);
  const list = target && (await door.runIfAllowed(target.operations.list, { limit: most, sort: target.sort }));
  return target && list?.data.map((row) => optionOf(target, row));
}

const resourceOf = (link: Linked) => resources.find(({ name }) => name === link.name);

const optionOf = ({ title }: Resource, row: Record<string, unknown>): Option => ({
  value: String(row.id),
  label: String(row[title]),
});
