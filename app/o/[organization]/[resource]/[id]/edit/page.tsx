import { notFound, redirect } from "next/navigation";
import { RecordForm } from "@/components/resource/record-form";
import { PageHeader } from "@/components/ui/page-header";
import type { Option } from "@/components/ui/select";
import type { Verdict } from "@/lib/access/verdict";
import { decodeId } from "@/lib/ids";
import { countryOptions, currencyOptions } from "@/lib/organizations/regions";
import type { Resource } from "@/lib/resource/declaration";
import type { Field } from "@/lib/resource/field-schema";
import { asTitle, withArticle } from "@/lib/resource/words";
import { around, choicesOf, resourcePage, savedAddresses } from "../../resource-page";

export const metadata = { title: "Edit" };

type Props = { params: Promise<{ organization: string; resource: string; id: string }> };

export default async function EditRecordPage({ params }: Props) {
  const { door, resource, slug } = await resourcePage(params);
  const { id } = await params;
  if (!decodeId(resource.prefix, id)) notFound();
  const [record, references, addresses, { facts, organization }] = await Promise.all([
    door.run(resource.operations.find, { id }),
    choicesOf(door, resource),
    savedAddresses(door, resource),
    around(resource, slug),
  ]);
  if (!(record.abilities as { update: Verdict }).update.allowed) redirect(`${resource.path}/${id}`); // as its output declares
  const name = String(record[resource.title]);
  return (
    <>
      <PageHeader
        title={`Edit ${name}`}
        trail={[
          { label: asTitle(resource.words.many), href: resource.path },
          { label: name, href: `${resource.path}/${id}` },
        ]}
      />
      <RecordForm
        facts={facts}
        record={record}
        organization={organization}
        choices={{
          references: withPresent(references, resource, record),
          addresses,
          countries: countryOptions,
          currencies: currencyOptions,
        }}
      />
    </>
  );
}

type Reference = Extract<Field, { kind: "reference" }>;
type Present = { id: string; name: string | null } | null | undefined;

/** What a record and its lines refer to now can be chosen again, however far down its list it stands. */
function withPresent(
  references: Record<string, Option[]>,
  { fields, lines }: Resource,
  record: Record<string, unknown>,
): Record<string, Option[]> {
  const all = { ...references };
  const add = (key: string, { to }: Reference, present: Present) => {
    const known = all[key];
    if (known && present && !known.some(({ value }) => value === present.id))
      all[key] = [{ value: present.id, label: present.name ?? asTitle(withArticle(to.one)) }, ...known];
  };
  for (const [name, field] of Object.entries(fields))
    if (field.kind === "reference") add(name, field, record[name] as Present); // as its output declares
  for (const row of lines ? (record[lines.name] as Record<string, unknown>[]) : [])
    for (const [name, field] of Object.entries(lines?.fields ?? {}))
      if (field.kind === "reference") add(`lines.${name}`, field, row[name] as Present); // likewise
  return all;
}
