import { encodeId } from "@/lib/ids";
import { guard, rootUrl } from "./world";

export async function newestEntry(): Promise<string> {
  const [row] = await guard()<{ id: string }[]>`
    select max(e.id)::text as id from audit.entries e join public.organizations o on o.id = e.organization_id
    where o.slug = 'acme-shipping'`;
  return row?.id ?? "";
}

export async function firstWebhook(): Promise<string> {
  const [row] = await guard()<{ id: string }[]>`
    select w.id from guard.webhook_endpoints w join public.organizations o on o.id = w.organization_id
    where o.slug = 'acme-shipping' order by w.id limit 1`;
  return encodeId("whk", row?.id ?? "");
}

type Table = "memberships" | "registration_requests" | "shipments" | "orders" | "branches";

export async function idOf(table: Table, newest = false): Promise<string> {
  const [row] = await guard()<{ id: string }[]>`
    select r.id from public.${guard()(table)} r join public.organizations o on o.id = r.organization_id
    where o.slug = 'acme-shipping' order by r.id ${newest ? guard()`desc` : guard()`asc`} limit 1`;
  return row?.id ?? "";
}

export async function organizationInConsole(path: string): Promise<string> {
  const [row] = await guard()<{ id: string }[]>`select id from public.organizations where slug = 'acme-shipping'`;
  return `${rootUrl}/console/organizations/${encodeId("org", row?.id ?? "")}${path}`;
}
