const records: Record<string, string> = {
  organizations: "organization",
  memberships: "membership",
  roles: "role",
  role_inheritance: "role inheritance",
  registration_requests: "registration request",
  ownership_transfers: "offer of ownership",
  invitations: "invitation",
  api_keys: "API key",
  sessions: "session",
  operations: "operation",
};

const verbs: Record<string, string> = {
  insert: "Created",
  update: "Changed",
  delete: "Removed",
  view: "Looked at",
  refused: "Was refused",
};

type Words = Pick<
  { action: string; record_type: string; operation: string; before: Columns; after: Columns },
  "action" | "record_type" | "operation" | "before" | "after"
>;
type Columns = Record<string, unknown> | null;

export function recordWord(type: string): string {
  return records[type] ?? type.replaceAll("_", " ");
}

/** "Changed membership", "Revoked API key", "Was refused keys.create": what happened, in words. */
export function entryWords({ action, record_type, operation, before, after }: Words): string {
  if (action === "refused") return `Was refused ${operation}`;
  if (action === "update" && after && "revoked_at" in after && after.revoked_at !== null && before?.revoked_at === null)
    return record_type === "sessions" ? "Ended session" : `Revoked ${recordWord(record_type)}`;
  if (action === "insert" && record_type === "sessions") return "Opened session";
  const verb = verbs[action] ?? action.replaceAll("_", " ");
  return `${verb} ${recordWord(record_type)}`;
}

/** The name by which people know the record, where the entry holds one. */
export function entrySubject({ before, after }: Pick<Words, "before" | "after">): string | null {
  for (const columns of [after, before])
    for (const name of ["label", "name", "email", "key", "slug"]) {
      const value = columns?.[name];
      if (typeof value === "string" && value !== "") return value;
    }
  return null;
}

export type Difference = { field: string; before: string | null; after: string | null };

export function differences({ before, after }: Pick<Words, "before" | "after">): Difference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({
    field: field.replaceAll("_", " "),
    before: valueText(before?.[field]),
    after: valueText(after?.[field]),
  }));
}

function valueText(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
