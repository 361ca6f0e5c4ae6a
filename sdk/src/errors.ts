/** One fault as the API tells it. */
export type Fault = {
  code: string;
  message: string;
  level?: string;
  reason?: string;
  permission?: string;
  explanation?: string;
  grantors?: string[];
  details?: Record<string, string[]>;
};

type Told = { status: number; fault: Fault; requestId?: string | undefined; retryAfter?: number | undefined };

/** Whatever the API refuses. `code` and `reason` are for programs, `message` is a sentence for people. */
export class BerthError extends Error {
  readonly status: number;
  readonly code: string;
  readonly reason: string | undefined;
  /** Finds the request in the logs and in the audit trail. */
  readonly requestId: string | undefined;
  /** Messages by field. */
  readonly details: Record<string, string[]>;
  /** The permission that would have allowed it. */
  readonly permission: string | undefined;
  /** Who can give that permission. */
  readonly grantors: string[];
  /** Seconds after which another try is worth it. */
  readonly retryAfter: number | undefined;

  constructor({ status, fault, requestId, retryAfter }: Told) {
    super(fault.message);
    this.name = new.target.name;
    this.status = status;
    this.code = fault.code;
    this.reason = fault.reason;
    this.requestId = requestId;
    this.details = fault.details ?? {};
    this.permission = fault.permission;
    this.grantors = fault.grantors ?? [];
    this.retryAfter = retryAfter;
  }
}

/** 401: no credential, or one that is over. `reason` says which. */
export class UnauthenticatedError extends BerthError {}
/** 403: the credential does not reach this. `permission` names what is missing. */
export class ForbiddenError extends BerthError {}
/** 404: no such record, or one of another organization. */
export class NotFoundError extends BerthError {}
/** 409: in conflict with what is there. */
export class ConflictError extends BerthError {}
/** 400 or 422: something in the input is not valid. `details` says what, by field. */
export class InvalidError extends BerthError {}
/** 412 or 428: somebody changed the record since it was read, or the organization wants to know what was read. */
export class VersionError extends BerthError {}
/** 429: too many calls or tries. `retryAfter` says how many seconds to wait. */
export class LimitedError extends BerthError {}
/** 502, 503 or 504: away for a moment. */
export class UnavailableError extends BerthError {}
/** 500: a fault on Berth's side. Give `requestId` to whoever runs it. */
export class InternalError extends BerthError {}

/** No answer came: the network, the name or the connection. */
export class ConnectionError extends Error {
  override name = "ConnectionError";
}

/** No answer came in time. */
export class TimeoutError extends ConnectionError {
  override name = "TimeoutError";
}

const byStatus: Record<number, typeof BerthError> = {
  400: InvalidError,
  401: UnauthenticatedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  412: VersionError,
  413: InvalidError,
  415: InvalidError,
  422: InvalidError,
  428: VersionError,
  429: LimitedError,
  500: InternalError,
  502: UnavailableError,
  503: UnavailableError,
  504: UnavailableError,
};

/** The error for an answer that is none of the 200s. */
export function errorOf(told: Told): BerthError {
  return new (byStatus[told.status] ?? BerthError)(told);
}

/** A document's errors have the facts below theirs. */
type ErrorBody = { errors?: (Fault & { extensions?: Partial<Fault> })[]; request_id?: string };

/** The error that a response tells of. `text` is its body. */
export function errorFrom(response: Response, text: string): BerthError {
  const body = parsed(text);
  const [first] = Array.isArray(body.errors) ? body.errors : [];
  const fault = { ...first?.extensions, ...first };
  const waits = Number(response.headers.get("retry-after") ?? Number.NaN);
  return errorOf({
    status: response.status,
    fault:
      typeof fault.message === "string"
        ? (fault as Fault) // as the API spells them
        : { code: "unknown", message: `The answer was ${response.status}.` },
    requestId: body.request_id ?? response.headers.get("x-request-id") ?? undefined,
    retryAfter: Number.isFinite(waits) ? waits : undefined,
  });
}

function parsed(text: string): ErrorBody {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as ErrorBody) : {}; // read field by field
  } catch {
    return {};
  }
}
