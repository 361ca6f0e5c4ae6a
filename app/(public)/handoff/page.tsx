import { notFound, redirect } from "next/navigation";
import { requestedPath, trustedRequest } from "@/lib/access/trusted-request";
import { createHandoff, type HandoffRequest, readHandoff } from "@/lib/auth/handoff";
import { signInPath } from "@/lib/auth/local-path";
import { BerthError } from "@/lib/errors";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The root host's half of a handoff: shows nothing but a 404, alike for unknown and for foreign organizations. */
export default async function HandoffPage({ searchParams }: Props) {
  const [query, request] = await Promise.all([searchParams, trustedRequest()]);
  const wanted = readHandoff(query);
  if (request.host.kind !== "root" || !wanted) notFound();
  const signIn = signInPath(requestedPath(request));
  if (!request.session) redirect(signIn);
  redirect(await linkFor(request.session, wanted));

  async function linkFor(session: string, handoff: HandoffRequest): Promise<string> {
    try {
      return await createHandoff(session, handoff, request.info);
    } catch (error) {
      if (error instanceof BerthError && error.code === "unauthenticated") return signIn;
      if (error instanceof BerthError && error.code === "not_found") notFound();
      throw error;
    }
  }
}
