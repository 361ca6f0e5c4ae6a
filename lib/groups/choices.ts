/** What a child may share with its parent: counts, nothing else. `guard.group_figure` reckons them. */
export const figures = {
  members: { label: "Active members", short: "Members" },
  requests: { label: "Requests to join that wait", short: "Requests" },
  invitations: { label: "Open invitations", short: "Invitations" },
  shipments: { label: "Shipments this month", short: "Shipments" },
  orders: { label: "Orders this month", short: "Orders" },
} as const;

export type Figure = keyof typeof figures;
