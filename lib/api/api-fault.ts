/** A refusal that only HTTP knows: no operation was asked yet. */
export class ApiFault extends Error {
  constructor(
    readonly status: 400 | 405 | 412 | 413 | 415 | 428,
    readonly code:
      | "invalid_json"
      | "invalid_mode"
      | "method_not_allowed"
      | "precondition_failed"
      | "precondition_required"
      | "too_large"
      | "unsupported_media_type",
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = "ApiFault";
  }
}

export function invalidJson(message: string): ApiFault {
  return new ApiFault(400, "invalid_json", message);
}
