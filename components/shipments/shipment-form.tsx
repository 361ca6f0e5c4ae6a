"use client";

import Link from "next/link";
import type { FieldValues } from "react-hook-form";
import type { ZodType } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { PostalFields } from "@/components/resource/postal-fields";
import { ReferenceField } from "@/components/resource/reference-field";
import { emptyParcel, ParcelFields } from "@/components/shipments/parcel-fields";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { Option } from "@/components/ui/select";
import type { BranchChoice } from "@/lib/branches/schema";
import { majorText, type Standards } from "@/lib/measures/words";
import { emptyPostal } from "@/lib/postal/words";
import type { LinkedChoices } from "@/lib/resource/facts";
import { createShipmentAction, updateShipmentAction } from "@/lib/shipments/actions";
import { createShipmentInput, updateShipmentInput } from "@/lib/shipments/input-schema";
import { isSettled, services } from "@/lib/shipments/rules";
import type { PreparedShipment, ShipmentDetail } from "@/lib/shipments/schema";

type ShipmentFormProps = {
  /** The shipment to change; without one a new one is made. */
  shipment?: ShipmentDetail;
  prepared?: PreparedShipment;
  organization: { id: string } & Standards;
  branches: BranchChoice[];
  countries: Option[];
  currencies: Option[];
  choices: ShipmentChoices;
};

/** Lists that the form offers to choose from, as far as the acting person may see them. */
export type ShipmentChoices = { orders?: LinkedChoices; addresses?: LinkedChoices; presets?: LinkedChoices };

const schemas = {
  create: createShipmentInput as unknown as ZodType<FieldValues, FieldValues>, // its fields are those of the form
  update: updateShipmentInput as unknown as ZodType<FieldValues, FieldValues>, // likewise
};

export function ShipmentForm(props: ShipmentFormProps) {
  const { shipment, prepared, organization, branches, countries, currencies, choices: offered } = props;
  const settled = shipment !== undefined && isSettled(shipment);
  const choices = branches.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActionForm
      schema={shipment ? schemas.update : schemas.create}
      action={shipment ? updateShipmentAction : createShipmentAction}
      organizationId={organization.id}
      shown={shipment}
      defaultValues={shipment ? changeable(shipment, settled) : fresh(prepared, organization.currency)}
      submitLabel={shipment ? "Save shipment" : "Create shipment"}
      layout="fill"
      className="max-w-4xl [&_button[type=submit]]:w-auto"
      secondary={
        <Link href={shipment ? `/shipments/${shipment.id}` : "/shipments"} className={buttonStyles()}>
          Cancel
        </Link>
      }
    >
      {shipment && <HiddenField name="id" value={shipment.id} />}
      {settled ? (
        <Callout tone="info" title="This shipment is under way">
          Addresses, service and parcels stay as they are.
        </Callout>
      ) : (
        <>
          <HiddenField name="weightUnit" value={organization.weightUnit} />
          <HiddenField name="dimensionUnit" value={organization.dimensionUnit} />
          <Card>
            <div className="grid gap-8 md:grid-cols-2">
              <PostalFields name="sender" legend="From" countries={countries} saved={offered.addresses} />
              <PostalFields name="recipient" legend="To" countries={countries} saved={offered.addresses} />
            </div>
          </Card>
          <Card>
            <ParcelFields {...organization} presets={offered.presets} />
          </Card>
        </>
      )}
      <Card title="Details">
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            name="reference"
            label="Reference"
            help={shipment ? undefined : "Left empty, it gets the next number."}
            optional={!shipment}
            mono
          />
          {!settled && <SelectField name="service" label="Service" options={[...services]} />}
          {!shipment && choices.length > 0 && (
            <SelectField name="branchId" label="Branch" optional placeholder="No branch" options={choices} />
          )}
          {offered.orders && (
            <ReferenceField
              name="orderId"
              label="Order"
              optional
              placeholder="No order"
              to={offered.orders.to}
              options={withChosen(offered.orders.options, shipment?.order ?? prepared?.order ?? prepared?.model?.order)}
            />
          )}
          <TextField name="shipOn" label="Ship on" type="date" optional />
          <TextField name="price" label="Price" inputMode="decimal" optional />
          <SelectField name="currency" label="Currency" options={currencies} />
          <TextField name="trackingNumber" label="Tracking number" mono optional />
        </div>
        <div className="mt-5 space-y-5">
          <TextareaField
            name="notes"
            label="Notes"
            help="Only people of this organization see them."
            rows={3}
            optional
          />
          {!shipment && <SwitchField name="ready" label="Ready to go" help="Off: it stays a draft until you say so." />}
        </div>
      </Card>
    </ActionForm>
  );
}

function changeable(shipment: ShipmentDetail, settled: boolean) {
  const { id, reference, shipOn } = shipment;
  return { ...details(shipment), id, reference, shipOn: shipOn ?? "", ...(settled ? {} : load(shipment)) };
}

/** All of another shipment but what makes it that one; else its last sender. */
function fresh(prepared: PreparedShipment | undefined, currency: string) {
  const begin = { reference: "", shipOn: "", ready: false };
  const model = prepared?.model;
  if (model)
    return { ...details(model), ...load(model), ...begin, branchId: model.branch?.id ?? "", trackingNumber: "" };
  return {
    ...begin,
    ...{
      branchId: "",
      orderId: prepared?.order?.id ?? "",
      trackingNumber: "",
      price: "",
      currency,
      notes: "",
      service: prepared?.service ?? "standard",
    },
    sender: prepared?.order?.sender ?? prepared?.sender ?? emptyPostal,
    recipient: prepared?.order?.recipient ?? emptyPostal,
    parcels: [emptyParcel],
  };
}

/** What is chosen now can be kept, however far down its list it stands. */
function withChosen(options: Option[], chosen: { id: string; name: string | null } | null | undefined): Option[] {
  if (!chosen || options.some(({ value }) => value === chosen.id)) return options;
  return [{ value: chosen.id, label: chosen.name ?? "An order" }, ...options];
}

function details({ order, trackingNumber, price, currency, notes }: ShipmentDetail) {
  return {
    orderId: order?.id ?? "",
    trackingNumber: trackingNumber ?? "",
    price: price === null ? "" : majorText(price, currency),
    currency,
    notes: notes ?? "",
  };
}

function load({ service, sender, recipient, parcels }: ShipmentDetail) {
  return { service, sender, recipient, parcels: parcels.map(textsOf) };
}

function textsOf(parcel: ShipmentDetail["parcels"][number]) {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    description: parcel.description ?? "",
    weight: text(parcel.weight),
    length: text(parcel.length),
    width: text(parcel.width),
    height: text(parcel.height),
  };
}
