export { type AnswerFacts, factsOf } from "./answers.js";
export { Berth } from "./berth.js";
export {
  BerthError,
  ConflictError,
  ConnectionError,
  ForbiddenError,
  InternalError,
  InvalidError,
  LimitedError,
  NotFoundError,
  TimeoutError,
  UnauthenticatedError,
  UnavailableError,
  VersionError,
} from "./errors.js";
export type * from "./generated/types.js";
export { GraphqlError } from "./graphql.js";
export type { BerthOptions, RequestOptions } from "./options.js";
export type { CreatedOrganization, NewMember, NewOrganization } from "./organizations.js";
export { type ItemOf, Pages } from "./pages.js";
export { type Delivery, verifyWebhook, type WebhookMessage, WebhookVerificationError } from "./webhooks.js";
