import { cache } from "react";
import { accountPage, organizationPage } from "@/lib/access/page-door";
import { viewAccountShell, viewShell } from "./operations";

/** What stands around this page: organization with its zone, me, my rights. Read once for one request. */
export const organizationShell = cache(async (slug: string) => {
  const door = await organizationPage(Promise.resolve({ organization: slug }));
  return door.run(viewShell, {});
});

export const accountShell = cache(async () => (await accountPage()).run(viewAccountShell, {}));
