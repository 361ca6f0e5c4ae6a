import { Plus } from "lucide-react";
import Link from "next/link";
import { Status } from "@/components/shipments/status";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { ShipmentView } from "@/lib/shipments/schema";

type OrderShipmentsProps = {
  orderId: string;
  shipments: ShipmentView[];
  more: boolean;
  mayCreate: boolean;
  timeZone: string;
};

/** The shipments of an order, and the way to send another. */
export function OrderShipments({ orderId, shipments, more, mayCreate, timeZone }: OrderShipmentsProps) {
  return (
    <Card
      title="Shipments"
      padded={false}
      actions={
        mayCreate && (
          <Link href={`/shipments/new?order=${orderId}`} className={buttonStyles({ size: "sm" })}>
            <Plus aria-hidden="true" />
            Create shipment
          </Link>
        )
      }
    >
      {shipments.length === 0 ? (
        <p className="px-5 pb-5 text-muted">Nothing of this order has been sent yet.</p>
      ) : (
        <ul className="divide-y border-t">
          {shipments.map(({ id, reference, status, recipient, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5">
              <TextLink href={`/shipments/${id}`}>
                <span className="font-mono">{reference}</span>
              </TextLink>
              <Status status={status} />
              <span className="min-w-0 flex-1 truncate text-muted">
                {recipient.company || recipient.name}, {recipient.city}
              </span>
              <RelativeTime value={createdAt} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
      {more && (
        <p className="border-t px-5 py-2.5">
          <TextLink href={`/shipments?order=${orderId}`}>Show all shipments of this order</TextLink>
        </p>
      )}
    </Card>
  );
}
