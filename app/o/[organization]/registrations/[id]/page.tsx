import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import type { SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { decodeId, encodeId } from "@/lib/ids";
import { findRegistration } from "@/lib/registrations/operations";

type Props = { params: Promise<{ organization: string; id: string }>; searchParams: SearchParams };

/** A request has its place in the queue, in the state that it is in. */
export default async function RegistrationPage({ params }: Props) {
  const [{ id }, door] = await Promise.all([params, organizationPage(params)]);
  // Notices are written by the database, which knows only the inner id.
  const openId = z.uuid().safeParse(id).success ? encodeId("reg", id) : id;
  if (!decodeId("reg", openId)) notFound();
  const { state } = await door.run(findRegistration, { id: openId });
  redirect(`/registrations?state=${state}&open=${openId}`);
}
