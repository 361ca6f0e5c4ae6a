import { Handle } from "@/lib/access/handle";
import type { TrustedRequest } from "@/lib/access/trusted-request";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { organizationLink } from "@/lib/hosts";
import { encodeId } from "@/lib/ids";
import { viewAccountShell } from "@/lib/shell/operations";
import type { Reader } from "./reader-schema";

/** Who reads, where they are signed in, and the organizations in which they may make a key. */
export async function readersOrganizations({ session, info }: TrustedRequest): Promise<Reader> {
  const nobody = { email: "", organizations: [] };
  if (!session) return nobody;
  try {
    const handle = new Handle({ kind: "account", secret: session }, info);
    const { me, organizations } = await handle.run(viewAccountShell, {});
    const { rootUrl } = env();
    return {
      email: me.email,
      organizations: organizations.map(({ id, name, slug }) => ({
        id: encodeId("org", id),
        name,
        keys: organizationLink(rootUrl, slug, "/api-keys"),
      })),
    };
  } catch (error) {
    if (error instanceof BerthError) return nobody;
    throw error;
  }
}
