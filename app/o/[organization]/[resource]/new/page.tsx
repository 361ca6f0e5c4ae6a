import { RecordForm } from "@/components/resource/record-form";
import { PageHeader } from "@/components/ui/page-header";
import { countryOptions, currencyOptions } from "@/lib/organizations/regions";
import { asTitle } from "@/lib/resource/words";
import { around, choicesOf, type ResourceParams, resourcePage, savedAddresses } from "../resource-page";

export const metadata = { title: "New" };

export default async function NewRecordPage({ params }: { params: ResourceParams }) {
  const { door, resource, slug } = await resourcePage(params);
  const [references, addresses, { facts, organization }] = await Promise.all([
    choicesOf(door, resource),
    savedAddresses(door, resource),
    around(resource, slug),
  ]);
  if (!facts.may.create) door.lacks(resource.permissions.create);
  return (
    <>
      <PageHeader
        title={`New ${resource.words.one}`}
        trail={[{ label: asTitle(resource.words.many), href: resource.path }]}
      />
      <RecordForm
        facts={facts}
        organization={organization}
        choices={{ references, addresses, countries: countryOptions, currencies: currencyOptions }}
      />
    </>
  );
}
