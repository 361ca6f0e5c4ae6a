import { recordWord } from "./words";

const types = [
  "organizations",
  "memberships",
  "roles",
  "invitations",
  "registration_requests",
  "api_keys",
  "sessions",
  "ownership_transfers",
];

/** What the page offers to filter by. */
export function auditFiltersFor(actors: { id: string; name: string }[]) {
  return [
    { key: "type", label: "Record", options: types.map((value) => ({ value, label: capital(recordWord(value)) })) },
    {
      key: "action",
      label: "What happened",
      options: [
        { value: "insert", label: "Created" },
        { value: "update", label: "Changed" },
        { value: "delete", label: "Removed" },
        { value: "refused", label: "Refused" },
        { value: "view", label: "Platform visit" },
      ],
    },
    {
      key: "via",
      label: "By means of",
      options: [
        { value: "session", label: "A person's session" },
        { value: "key", label: "An API key" },
        { value: "job", label: "Berth itself" },
        { value: "platform", label: "The platform" },
      ],
    },
    { key: "actor", label: "Person", options: actors.slice(0, 30).map(({ id, name }) => ({ value: id, label: name })) },
  ];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
