/** What a template may name, with what its preview shows. */
export const variables: Record<string, string> = {
  "organization.name": "Acme Shipping",
  "shipment.reference": "SHP-000042",
  "shipment.service": "Express",
  "shipment.tracking_number": "BX100000042",
  "shipment.weight": "2.5 kg",
  "recipient.name": "Rita Receiver",
  "recipient.company": "Receiver & Sons",
  "recipient.street": "12 Quay Street",
  "recipient.postcode": "3011 AA",
  "recipient.city": "Rotterdam",
  "recipient.country": "Netherlands",
  "sender.name": "Sam Sender",
  "sender.city": "Hamburg",
  "order.reference": "ORD-000017",
  "order.total": "€129.00",
  today: "21 Nov 2026",
};
