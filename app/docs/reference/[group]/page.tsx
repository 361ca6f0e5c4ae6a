import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocsPage } from "@/components/docs/docs-page";
import { ReferenceGroup } from "@/components/docs/reference-group";
import { publicPage } from "@/lib/access/page-door";
import { openApiDocument } from "@/lib/api/openapi";
import { placeOf } from "@/lib/docs/fill-in";
import { groupOf, type OpenApi, titleOf } from "@/lib/docs/reference";
import { env } from "@/lib/env";

type Props = { params: Promise<{ group: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${titleOf((await params).group)} · Reference` };
}

export default async function ReferencePage({ params }: Props) {
  await publicPage();
  const { api } = placeOf(env().rootUrl);
  const group = groupOf(openApiDocument() as OpenApi, (await params).group, api); // our own document
  if (!group) notFound();
  return (
    <DocsPage title={group.title} lead={group.about} headings={[]} wide>
      <ReferenceGroup group={group} />
    </DocsPage>
  );
}
