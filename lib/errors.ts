/**
 * The one error vocabulary. Every door maps these codes once: pages to a page, actions to a sentence in the
 * form, REST to a status (CONTRACT "Answers"). Anything else that is thrown is a fault and is answered as 500.
 */
export const errorCodes = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  suspended: 403,
  confirm_password: 403,
  policy: 403,
  plan_limit: 403,
  wrong_origin: 403,
  not_found: 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Messages per field, as zod flattens them. */
export type FieldErrors = Record<string, string[]>;

/** A limit of the organization's plan, by its name in lib/plans/words.ts. */
export type Room = { name: string; most?: number; used?: number };

export type ErrorOptions = {
  /** Machine-readable reason inside a code, e.g. `only_owner`, `permission_missing`. */
  reason?: string;
  fields?: FieldErrors;
  /** Seconds until another try is worth it (`limited`, `unavailable`). */
  retryAfter?: number;
  /** The permission that would have allowed it (`forbidden`). */
  permission?: string;
  /** Names of people who can give that permission, for those who may see members. */
  grantors?: string[];
  /** What is full (`plan_limit`); without figures for whoever is no member. */
  room?: Room;
  /** What somebody else changed meanwhile, as it stands now (`changed_meanwhile`). */
  present?: Record<string, unknown>;
  cause?: unknown;
};

/** A refusal with a sentence that a person can act on. `status` is its HTTP status. */
export class BerthError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | undefined;
  readonly fields: FieldErrors | undefined;
  readonly retryAfter: number | undefined;
  readonly permission: string | undefined;
  readonly grantors: string[] | undefined;
  readonly room: Room | undefined;
  readonly present: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "BerthError";
    this.code = code;
    this.reason = options.reason;
    this.fields = options.fields;
    this.retryAfter = options.retryAfter;
    this.permission = options.permission;
    this.grantors = options.grantors;
    this.room = options.room;
    this.present = options.present;
  }

  get status(): number {
    return errorCodes[this.code];
  }
}

/** Refuses an input at its fields. */
export function faultsAt(fields: FieldErrors): BerthError {
  return new BerthError("invalid", "Some fields need another look.", { fields });
}

/** What a server action answers; forms show `message` and the field faults, and keep what was typed. */
export type ActionState<T = unknown> =
  | { status: "idle" }
  | { status: "done"; data: T; message?: string }
  | {
      status: "failed";
      code: ErrorCode;
      message: string;
      reason?: string;
      fields?: FieldErrors;
      permission?: string;
      present?: Record<string, unknown>;
      /** What was typed, by field name and without secrets, so that a form keeps it before JavaScript. */
      values?: Record<string, string>;
      requestId: string;
    };

export const idle: ActionState<never> = { status: "idle" };
