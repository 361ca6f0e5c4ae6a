"use client";

import { lazy, Suspense } from "react";
import type { ShipmentActsProps } from "@/components/shipments/shipment-acts";

const Acts = lazy(async () => ({ default: (await import("@/components/shipments/shipment-acts")).ShipmentActs }));

/** The acts of a shipment, whose code a list does not wait for. */
export function LateShipmentActs(props: ShipmentActsProps) {
  return (
    <Suspense fallback={<span className="h-9" />}>
      <Acts {...props} />
    </Suspense>
  );
}
