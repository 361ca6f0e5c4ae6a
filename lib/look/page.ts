import { Handle } from "@/lib/access/handle";
import type { PageDoor } from "@/lib/access/page-door";
import { BerthError } from "@/lib/errors";
import { viewPublicLook } from "./operations";
import { logosOf } from "./rules";

type Shown = { name: string; slug: string; logo?: string; logoDark?: string; accent?: string };

/** What a public page shows of the organization with this slug: nothing, unless that made itself publicly visible. */
export async function publicLookOf({ request }: PageDoor, slug: string | undefined): Promise<Shown | undefined> {
  if (!slug) return undefined;
  try {
    const look = await new Handle({ kind: "none" }, request.info).run(viewPublicLook, { slug: slug.slice(0, 100) });
    if (!look) return undefined;
    const { name, accent } = look;
    return {
      name,
      slug: look.slug,
      ...(accent ? { accent } : {}),
      ...logosOf(look),
    };
  } catch (error) {
    if (error instanceof BerthError && error.code === "limited") return undefined;
    throw error;
  }
}

/** The organization whose host sent somebody to sign in. */
export function slugInHandoff(to: string): string | undefined {
  const { pathname, searchParams } = new URL(to, "http://here");
  return pathname === "/handoff" ? (searchParams.get("host") ?? undefined) : undefined;
}
