import { addresses } from "@/lib/addresses/resource";
import { assets } from "@/lib/assets/resource";
import { branches } from "@/lib/branches/resource";
import { carrierConnections } from "@/lib/carriers/resource";
import { customers } from "@/lib/customers/resource";
import { orders } from "@/lib/orders/resource";
import { parcels } from "@/lib/parcels/resource";
import { pieces } from "@/lib/pieces/resource";
import { products } from "@/lib/products/resource";
import type { Resource } from "@/lib/resource/declaration";
import { templates } from "@/lib/templates/resource";

/** Every plain record of the product, in the order of the navigation. */
export const resources: Resource[] = [
  orders,
  pieces,
  customers,
  addresses,
  products,
  parcels,
  assets,
  branches,
  carrierConnections,
  templates,
];
