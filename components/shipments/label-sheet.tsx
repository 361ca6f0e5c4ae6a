import { QrCode } from "@/components/ui/qr-code";
import { measureText } from "@/lib/measures/words";
import { postalLines } from "@/lib/postal/words";
import { services } from "@/lib/shipments/rules";
import type { ShipmentView } from "@/lib/shipments/schema";

type Labelled = ShipmentView & { code: string };

const serviceNames = new Map<string, string>(services.map(({ value, label }) => [value, label]));

/** Labels on paper are black on white in every theme. */
export function LabelSheet({ shipments }: { shipments: Labelled[] }) {
  return (
    <ol className="grid gap-4 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
      {shipments.flatMap((shipment) =>
        parcelsOf(shipment).map((parcel) => (
          <Label key={`${shipment.id}-${parcel}`} shipment={shipment} parcel={parcel} />
        )),
      )}
    </ol>
  );
}

function parcelsOf({ parcelCount }: ShipmentView): number[] {
  return Array.from({ length: Math.max(1, parcelCount) }, (_, index) => index + 1);
}

function Label({ shipment, parcel }: { shipment: Labelled; parcel: number }) {
  const { reference, service, sender, recipient, parcelCount, weight, weightUnit, shipOn, testMode, code } = shipment;
  return (
    <li className="label-paper flex min-h-88 break-inside-avoid flex-col rounded-surface border p-5 print:min-h-[138mm] print:rounded-none print:border-dashed">
      <div className="flex items-start justify-between gap-4 border-b pb-3">
        <p className="text-xs leading-4">
          <span className="sr-only">From </span>
          {postalLines(sender).join(", ")}
        </p>
        <p className="shrink-0 font-semibold">{serviceNames.get(service) ?? service}</p>
      </div>
      <address className="flex-1 py-4 text-lg not-italic leading-6">
        <span className="sr-only">To </span>
        <span className="whitespace-pre-line first-line:font-semibold">{postalLines(recipient).join("\n")}</span>
        {recipient.phone && <span className="mt-2 block text-sm">{recipient.phone}</span>}
      </address>
      <div className="flex items-end justify-between gap-4 border-t pt-3">
        <div className="min-w-0">
          {testMode && <p className="mb-1 font-semibold text-sm">TEST, do not send</p>}
          <p className="break-all font-mono font-semibold text-lg">{reference}</p>
          <p className="mt-0.5 text-sm">
            Parcel {parcel} of {Math.max(1, parcelCount)}
            {parcelCount <= 1 && `, ${measureText(weight, weightUnit)}`}
            {shipOn && `, ship on ${shipOn}`}
          </p>
        </div>
        <QrCode svg={code} label={`Code of ${reference}`} size={84} />
      </div>
    </li>
  );
}
