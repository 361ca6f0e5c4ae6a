import { encodeId } from "@/lib/ids";
import { uuid } from "./changes";

/** By table: where its records have a page, and how their ids begin. */
export const places: Record<string, [path: string, prefix: string]> = {
  memberships: ["/members", "mem"],
  registration_requests: ["/registrations", "reg"],
  shipments: ["/shipments", "shp"],
  orders: ["/orders", "ord"],
  pieces: ["/pieces", "pce"],
  customers: ["/customers", "cus"],
  addresses: ["/addresses", "adr"],
  products: ["/products", "prd"],
  parcels: ["/parcels", "pcl"],
  assets: ["/assets", "ast"],
  branches: ["/branches", "brn"],
  carrier_connections: ["/carrier-connections", "car"],
  templates: ["/templates", "tpl"],
};

type Entry = { recordType: string; recordId: string | null; action: string };

/** The page of what an entry is about, unless the entry says that it is gone. */
export function recordPath({ recordType, recordId, action }: Entry): string | null {
  const [path, prefix] = places[recordType] ?? [];
  if (!path || !prefix || recordId === null || action === "delete") return null;
  return `${path}/${encodeId(prefix, recordId)}`;
}

/** An address that the database wrote, which knows only the inner id of a record, with the id as it is outside. */
export function outsidePath(path: string | null): string | null {
  const [, page, id = "", rest = ""] = /^(\/[a-z-]+)\/([0-9a-f-]{36})($|[/?#].*)/.exec(path ?? "") ?? [];
  const prefix = uuid.test(id) ? Object.values(places).find(([own]) => own === page)?.[1] : undefined;
  return prefix ? `${page}/${encodeId(prefix, id)}${rest}` : path;
}
