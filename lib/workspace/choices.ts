/** The lists of the workspace configuration, spelled as clients of the GraphQL API spell them (API.md 4.6). */
export const lists = {
  default_weight_unit: ["KG", "LB", "OZ", "G"],
  default_dimension_unit: ["CM", "IN"],
  default_label_type: ["PDF", "ZPL", "PNG"],
  label_size: ["A4", "A5", "A6", "LETTER", "SIZE_4_x_6", "SIZE_4_x_8"],
  default_export_reason: ["sale", "gift", "sample", "return", "repair", "personal_effects", "other"],
  pref_first_mile: ["pickup", "drop_off"],
  pref_last_mile: ["home_delivery", "service_point", "mailbox", "po_box"],
  pref_form_factor: ["letter", "parcel", "mailbox", "pallet", "long"],
  pref_age_check: ["AGE_16", "AGE_18"],
} as const;

type Field =
  | { name: string; label: string; kind: "text" | "words" | "number" | "switch"; help?: string }
  | { name: string; label: string; kind: "one" | "many"; options: readonly string[] };

/** The settings by theme, as the page shows them. Currency, country and units are on the general page. */
export const groups: { title: string; description: string; fields: Field[] }[] = [
  {
    title: "New shipments",
    description: "What a new shipment begins with. Each can be changed there.",
    fields: [
      { name: "default_shipping_carrier", label: "Carrier", kind: "text" },
      { name: "default_shipping_service", label: "Service", kind: "text" },
      { name: "default_parcel_weight", label: "Weight of a parcel", kind: "number" },
      { name: "default_export_reason", label: "Reason for export", kind: "one", options: lists.default_export_reason },
      { name: "default_delivery_instructions", label: "Delivery instructions", kind: "words" },
      { name: "insured_by_default", label: "Insured", kind: "switch" },
    ],
  },
  {
    title: "Wishes for carriers",
    description: "Rates that fit these come first.",
    fields: [
      { name: "pref_first_mile", label: "First mile", kind: "many", options: lists.pref_first_mile },
      { name: "pref_last_mile", label: "Last mile", kind: "many", options: lists.pref_last_mile },
      { name: "pref_form_factor", label: "Form", kind: "many", options: lists.pref_form_factor },
      { name: "pref_age_check", label: "Age check", kind: "one", options: lists.pref_age_check },
      { name: "pref_max_lead_time_days", label: "Days at most", kind: "number" },
      { name: "pref_signature_required", label: "Signature required", kind: "switch" },
    ],
  },
  {
    title: "Tax and customs",
    description: "Printed on declarations and sent to carriers.",
    fields: [
      { name: "state_tax_id", label: "State tax number", kind: "text" },
      { name: "federal_tax_id", label: "Federal tax number", kind: "text" },
      { name: "customs_vat_registration_number", label: "VAT number", kind: "text" },
      { name: "customs_eori_number", label: "EORI number", kind: "text" },
      { name: "customs_nip_number", label: "NIP number", kind: "text" },
      { name: "customs_aes", label: "AES number", kind: "text" },
      { name: "customs_eel_pfc", label: "EEL or PFC", kind: "text" },
      { name: "customs_license_number", label: "Licence number", kind: "text" },
      { name: "customs_certificate_number", label: "Certificate number", kind: "text" },
      { name: "customs_use_order_as_invoice", label: "The order number is the invoice number", kind: "switch" },
    ],
  },
  {
    title: "Labels and printing",
    description: "What comes out of the printer.",
    fields: [
      { name: "default_label_type", label: "Kind of label", kind: "one", options: lists.default_label_type },
      { name: "print_label_size", label: "Label", kind: "one", options: lists.label_size },
      { name: "print_return_label_size", label: "Return label", kind: "one", options: lists.label_size },
      { name: "print_customs_size", label: "Customs papers", kind: "one", options: lists.label_size },
      { name: "print_customs_copies", label: "Copies of customs papers", kind: "number" },
      { name: "label_message_1", label: "Message, line 1", kind: "text" },
      { name: "label_message_2", label: "Message, line 2", kind: "text" },
      { name: "label_message_3", label: "Message, line 3", kind: "text" },
      { name: "label_logo", label: "Logo on labels", kind: "text", help: "Its name at your carrier, or an address." },
      { name: "print_label_show_options", label: "Ask before a label is printed", kind: "switch" },
      { name: "print_return_label_show_options", label: "Ask before a return label is printed", kind: "switch" },
      { name: "print_customs_show_options", label: "Ask before customs papers are printed", kind: "switch" },
      { name: "print_customs_with_label", label: "Print customs papers with the label", kind: "switch" },
      { name: "label_show_postage_paid_logo", label: "Postage-paid mark on labels", kind: "switch" },
      { name: "label_show_qr_code", label: "QR code on labels", kind: "switch" },
      { name: "shipping_app_test_mode", label: "Work in test mode", kind: "switch" },
    ],
  },
];

export const shownFields = groups.flatMap(({ fields }) => fields);

const words = new Map([
  ["LETTER", "US Letter"],
  ["SIZE_4_x_6", "4 x 6 in"],
  ["SIZE_4_x_8", "4 x 8 in"],
  ["AGE_16", "16 years"],
  ["AGE_18", "18 years"],
  ["po_box", "PO box"],
]);

/** A choice as people read it. */
export function choiceWords(value: string): string {
  const plain = words.get(value) ?? value.replaceAll("_", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
