import type { ShellHit } from "@/components/shell/types";
import type { Hit } from "@/lib/search/schema";

const icons = {
  shipment: "shipment",
  member: "member",
  request: "registration",
  key: "key",
  order: "order",
  piece: "piece",
  customer: "customer",
  address: "address",
  product: "product",
  asset: "asset",
} as const;

/**
 * Asks this host's API with the session that the page has: one request, stopped when the next key is typed. Throws where
 * it is not answered.
 */
export async function searchRecords(query: string, signal: AbortSignal): Promise<ShellHit[]> {
  const answer = await fetch(`/api/v1/search?${new URLSearchParams({ q: query })}`, { signal });
  if (!answer.ok) throw new Error(`the search answered ${answer.status}`);
  const { data } = (await answer.json()) as { data: Hit[] }; // our own API's answer, parsed by its operation
  return data.map(({ kind, id, label, detail, path }) => ({
    id,
    label,
    href: path,
    icon: icons[kind],
    ...(detail ? { detail } : {}),
  }));
}
