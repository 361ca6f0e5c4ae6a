/** What charts of usage are drawn from, of one organization and of all. */
export const callSeries = [
  { key: "answered", label: "Answered", colour: "var(--accent)" },
  { key: "failed", label: "Errors", colour: "var(--danger)" },
];

export const workSeries = [
  { key: "shipments", label: "Shipments", colour: "var(--accent)" },
  { key: "orders", label: "Orders", colour: "var(--info)" },
];

export const nothingThen = "Nothing in this time. Choose a longer one above.";
