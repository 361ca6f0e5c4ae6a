import type { ShipmentChoices } from "@/components/shipments/shipment-form";
import type { PageDoor } from "@/lib/access/page-door";
import { addresses } from "@/lib/addresses/resource";
import { orders } from "@/lib/orders/resource";
import { parcels } from "@/lib/parcels/resource";
import { optionsOf } from "../[resource]/resource-page";

/** What the form of a shipment offers of other lists, as far as the acting person may see them. */
export async function shipmentChoices(door: PageDoor): Promise<ShipmentChoices> {
  const [ofOrders, ofAddresses, ofPresets] = await Promise.all([
    optionsOf(door, orders.link),
    optionsOf(door, addresses.link),
    optionsOf(door, parcels.link),
  ]);
  return {
    ...(ofOrders ? { orders: { to: orders.link, options: ofOrders } } : {}),
    ...(ofAddresses ? { addresses: { to: addresses.link, options: ofAddresses } } : {}),
    ...(ofPresets?.length ? { presets: { to: parcels.link, options: ofPresets } } : {}),
  };
}
