import { type Credential, Handle } from "@/lib/access/handle";
import { type TrustedRequest, trustedRequest } from "@/lib/access/trusted-request";
import { BerthError } from "@/lib/errors";
import { readLogo } from "./logo-store";
import { viewMembersLogo, viewMyLogo, viewPublicLogo } from "./operations";
import { logoReference } from "./schema";

type Asked = { organization: string; file: string; name: string };

/** Sends a logo to members of its organization, and to everybody where it is publicly visible; else 404 for all alike. */
export async function answerLogo({ organization, file, name }: Asked): Promise<Response> {
  const size = /^(\d+)\.webp$/.exec(name)?.[1];
  const reference = logoReference.safeParse({ organization, file, size });
  if (!reference.success) return nothing();
  const request = await trustedRequest();
  const audience = (await asMember(request, reference.data)) ?? (await asStranger(request, reference.data));
  if (!audience) return nothing();
  const bytes = await readLogo(organization, file, name).catch(() => undefined);
  if (!bytes) return nothing();
  const cache = audience === "everybody" ? "public, max-age=300" : "private, max-age=86400, immutable";
  return new Response(Buffer.from(bytes), {
    headers: { ...safe, "Content-Type": "image/webp", "Cache-Control": cache },
  });
}

const safe = {
  "X-Content-Type-Options": "nosniff",
  "Content-Disposition": "inline",
  Vary: "Cookie",
};

type Reference = Parameters<typeof viewMyLogo.run>[0]["input"];

async function asMember({ host, session, info }: TrustedRequest, reference: Reference) {
  if (!session) return null;
  const handle = (credential: Credential) => new Handle(credential, info);
  try {
    if (host.kind === "root") return await handle({ kind: "account", secret: session }).run(viewMyLogo, reference);
    if (host.kind !== "organization") return null;
    const credential = { kind: "session", secret: session, audience: host.slug } as const;
    return await handle(credential).run(viewMembersLogo, reference);
  } catch (error) {
    if (error instanceof BerthError && error.code !== "internal") return null;
    throw error;
  }
}

async function asStranger({ info }: TrustedRequest, reference: Reference) {
  try {
    return await new Handle({ kind: "none" }, info).run(viewPublicLogo, reference);
  } catch (error) {
    if (error instanceof BerthError && error.code === "limited") return null;
    throw error;
  }
}

function nothing(): Response {
  return new Response("There is nothing at this address.\n", {
    status: 404,
    headers: { ...safe, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
