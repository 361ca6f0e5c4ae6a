import { cookies } from "next/headers";
import { cache } from "react";
import { accountPage, organizationPage } from "@/lib/access/page-door";
import { isNarrow, sidebarCookie } from "@/lib/sidebar";
import { viewAccountShell, viewShell } from "./operations";

/** What stands around this page: organization with its zone, me, my rights. Read once for one request. */
export const organizationShell = cache(async (slug: string) => {
  const shell = await shellUnlessKeptOut(slug);
  if (shell) return shell;
  const door = await organizationPage(Promise.resolve({ organization: slug }));
  return door.run(viewShell, {});
});

/** The same for what stands around any page: null where the organization's policy keeps this request out. */
export const shellUnlessKeptOut = cache(async (slug: string) => {
  const door = await organizationPage(Promise.resolve({ organization: slug }));
  return door.runUnlessKeptOut(viewShell, {});
});

export const accountShell = cache(async () => (await accountPage()).run(viewAccountShell, {}));

/** Whether this browser keeps its sidebar narrow. Read by the server, so that nothing jumps. */
export async function narrowSidebar(): Promise<boolean> {
  return isNarrow((await cookies()).get(sidebarCookie)?.value);
}
