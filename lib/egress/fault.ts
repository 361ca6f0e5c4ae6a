/** Why something was not sent, or got no answer; `reason` is kept and shown. */
export class EgressError extends Error {
  override readonly name = "EgressError";

  constructor(
    readonly reason:
      | "address_refused"
      | "url_refused"
      | "unresolved"
      | "timeout"
      | "connection"
      | "tls"
      | "answer_too_long",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
