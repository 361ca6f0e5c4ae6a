import { notFound } from "next/navigation";
import { organizationPage } from "@/lib/access/page-door";
import { sheets } from "@/lib/sheets/sheets";
import { organizationShell } from "@/lib/shell/page";

export type ListParams = Promise<{ organization: string; resource?: string }>;

/** What the pages of importing into a list begin with. An address that no list has is no page. */
export async function importPage(params: ListParams) {
  const { organization: slug, resource = "shipments" } = await params;
  const sheet = sheets.find(({ path }) => path === `/${resource}`) ?? notFound();
  const door = await organizationPage(params);
  return { door, sheet, shell: () => organizationShell(slug) };
}
