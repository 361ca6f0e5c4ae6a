import { notFound } from "next/navigation";
import { organizationPage } from "@/lib/access/page-door";

type Props = { params: Promise<{ organization: string; nothing: string[] }> };

/** An address that leads nowhere is answered inside the organization, to its members. */
export default async function NothingPage({ params }: Props) {
  await organizationPage(params);
  notFound();
}
