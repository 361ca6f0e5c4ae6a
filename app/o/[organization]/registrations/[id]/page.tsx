import { notFound } from "next/navigation";
import { z } from "zod";
import type { SearchParams } from "@/lib/access/list-page";
import { decodeId, encodeId } from "@/lib/ids";
import { RegistrationsView } from "../registrations-view";

export const metadata = { title: "Registration request" };

type Props = { params: Promise<{ organization: string; id: string }>; searchParams: SearchParams };

export default async function RegistrationPage({ params, searchParams }: Props) {
  const { id } = await params;
  // Notices are written by the database, which knows only the inner id.
  const openId = z.uuid().safeParse(id).success ? encodeId("reg", id) : id;
  if (!decodeId("reg", openId)) notFound();
  return <RegistrationsView params={params} searchParams={searchParams} openId={openId} />;
}
