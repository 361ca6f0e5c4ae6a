import { CopyText } from "@/components/ui/copy-text";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { measureText, moneyText } from "@/lib/measures/words";
import { services } from "@/lib/shipments/rules";
import type { ShipmentDetail } from "@/lib/shipments/schema";

const serviceNames = new Map<string, string>(services.map(({ value, label }) => [value, label]));

export function ShipmentFacts({ shipment, timeZone }: { shipment: ShipmentDetail; timeZone: string }) {
  const { service, branch, order, price, currency, trackingNumber, shipOn, weight, weightUnit, parcelCount } = shipment;
  return (
    <DescriptionList
      items={[
        { label: "Service", value: serviceNames.get(service) ?? service },
        {
          label: "Load",
          value: `${parcelCount} ${parcelCount === 1 ? "parcel" : "parcels"}, ${measureText(weight, weightUnit)}`,
        },
        { label: "Price", value: price === null ? null : moneyText(price, currency) },
        { label: "Branch", value: branch?.name ?? null },
        { label: "Order", value: order && orderValue(order) },
        {
          label: "Tracking",
          value: trackingNumber && <CopyText value={trackingNumber} label="Copy tracking number" />,
        },
        { label: "Ship on", value: shipOn && <DateTime value={shipOn} timeZone="UTC" withTime={false} /> },
        { label: "Created", value: <DateTime value={shipment.createdAt} timeZone={timeZone} /> },
        {
          label: "Delivered",
          value: shipment.deliveredAt && <DateTime value={shipment.deliveredAt} timeZone={timeZone} />,
        },
        { label: "Notes", value: shipment.notes && <p className="whitespace-pre-line">{shipment.notes}</p> },
      ]}
    />
  );
}

function orderValue({ id, name }: NonNullable<ShipmentDetail["order"]>) {
  return name === null ? (
    <span className="text-muted">An order</span>
  ) : (
    <TextLink href={`/orders/${id}`}>{name}</TextLink>
  );
}

export function ParcelTable({ shipment }: { shipment: ShipmentDetail }) {
  const { parcels, weightUnit, dimensionUnit } = shipment;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-table tabular-nums">
        <thead>
          <tr className="text-left text-muted">
            <th className="px-5 py-2 font-medium">Parcel</th>
            <th className="px-3 py-2 text-right font-medium">Weight</th>
            <th className="px-5 py-2 text-right font-medium">Size ({dimensionUnit})</th>
          </tr>
        </thead>
        <tbody>
          {parcels.map((parcel, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parcels have no name but their place
            <tr key={index} className="border-t">
              <td className="px-5 py-2">{parcel.description ?? `Parcel ${index + 1}`}</td>
              <td className="whitespace-nowrap px-3 py-2 text-right">{measureText(parcel.weight, weightUnit)}</td>
              <td className="whitespace-nowrap px-5 py-2 text-right">{sizeText(parcel)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sizeText({ length, width, height }: ShipmentDetail["parcels"][number]): string {
  const sides = [length, width, height].filter((side) => side !== null);
  return sides.length === 0 ? "–" : sides.join(" × ");
}
