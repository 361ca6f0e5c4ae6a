import { hash } from "node:crypto";
import { BerthError } from "@/lib/errors";

/** What the database proved: who acts, where, and with which rights. */
export type Opened = {
  kind: number;
  organizationId: string | null;
  userId: string | null;
  membershipId: string | null;
  credentialId: string | null;
  /** The member in whose name a super admin acts; `userId` is then the super admin. */
  actingAs: string | null;
  roleKey: string | null;
  rights: string;
  /** Rights on records differ by branch. */
  limited: boolean;
  /** Its records are test records. */
  testMode: boolean;
};

const nil = "00000000000000000000000000000000";

/** Reads what `guard.answer` says: the body of the context (db/sql/functions/10_context.sql), then the role. */
export function readOpened(answer: string): Opened {
  if (answer.length < 312) throw new BerthError("internal", "The database gave no answer.");
  return {
    kind: Number.parseInt(answer.slice(7, 8), 16),
    organizationId: uuidAt(answer, 8),
    userId: uuidAt(answer, 56),
    membershipId: uuidAt(answer, 88),
    credentialId: uuidAt(answer, 120),
    actingAs: uuidAt(answer, 152),
    rights: answer.slice(248, 312),
    limited: answer[6] === "1",
    testMode: answer[5] === "1",
    roleKey: answer.slice(312) || null,
  };
}

function uuidAt(answer: string, at: number): string | null {
  const hex = answer.slice(at, at + 32);
  if (hex === nil) return null;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Everything that an operation can see of an answer; deadline and digest differ each time. */
function substance(answer: string): string {
  return answer.slice(0, 40) + answer.slice(56, 184) + answer.slice(248);
}

const most = 20_000;
const last = new Map<string, string>();

/**
 * What the database answered to a credential last time. It is never believed: it lets an operation begin before the
 * answer is here, and where the answer differs, whatever was begun is rolled back and begun anew.
 */
export const expectation = {
  key: (who: string): string => hash("sha256", who, "base64url"),
  of: (key: string): string | undefined => last.get(key),
  matches: (expected: string, answer: string): boolean => substance(expected) === substance(answer),
  remember(key: string, answer: string): void {
    if (last.size >= most) last.delete(last.keys().next().value ?? "");
    last.set(key, answer);
  },
  forget: (key: string): boolean => last.delete(key),
};
