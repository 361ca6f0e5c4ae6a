import { createHash } from "node:crypto";

/** The columns of an entry `e` as PostgreSQL writes them, in the order in which they are sealed; the last of test records alone. */
export const sealedColumns = [
  "e.organization_id::text",
  "e.id::text",
  "trunc(extract(epoch from e.at) * 1000000)::bigint::text",
  "e.actor_user_id::text",
  "e.actor_label",
  "e.actor_kind",
  "e.credential_id::text",
  "e.acting_as::text",
  "e.operation",
  "e.record_type",
  "e.record_id::text",
  "e.action",
  "e.before::text",
  "e.after::text",
  "e.request_id::text",
  "e.address",
  "e.agent",
  "case when e.test_mode then 'test' end",
] as const;

const alwaysSealed = sealedColumns.length - 1;

export const firstDigest = sha256(Buffer.alloc(0));

/** The digest that an entry has at this place of its chain; `guard.seal_entries` computes the same in SQL. */
export function linkDigest(previous: Buffer, position: bigint, columns: (string | null)[]): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(position);
  const sealed = columns.at(alwaysSealed) === null ? columns.slice(0, alwaysSealed) : columns;
  const text = sealed.map((part) => (part === null ? "-" : `${Buffer.byteLength(part)}:${part}`)).join("");
  return sha256(Buffer.concat([previous, place, sha256(Buffer.from(text, "utf8"))]));
}

export function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
