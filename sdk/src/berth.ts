import { type Cleanup, cleanupShipments } from "./cleanup.js";
import { Exports } from "./exports.js";
import { type CarrierConnectionsCalls, Resources } from "./generated/resources.js";
import { graphql } from "./graphql.js";
import { changeWorkspace, createKey, invite, type NewInvitations, type NewKey, type WorkspaceChange } from "./guide.js";
import type { BerthOptions, RequestOptions } from "./options.js";
import { type NewOrganization, Organizations } from "./organizations.js";
import { Transport } from "./transport.js";

/**
 * A client of Berth. With an organization's key it is that organization; with a person's access token it acts in the
 * organization that is chosen.
 */
export class Berth extends Resources {
  override readonly organizations: Organizations;
  override readonly exports: Exports;
  /** The organization's accounts at carriers; the same as `carrierConnections`. */
  readonly carriers: CarrierConnectionsCalls;
  readonly #transport: Transport;

  constructor(options: BerthOptions) {
    const transport = new Transport(options);
    super(transport);
    this.#transport = transport;
    this.organizations = new Organizations(transport);
    this.exports = new Exports(transport);
    this.carriers = this.carrierConnections;
  }

  /** Chooses the organization of every call from now on, by its id. A key has its own, and is not changed by this. */
  setOrganization(id: string | undefined): this {
    this.#transport.organization = id;
    return this;
  }

  /** Sends a GraphQL document; answers its data. Throws `GraphqlError`. */
  graphql<Data = Record<string, unknown>>(
    document: string,
    variables: Record<string, unknown> = {},
    options?: RequestOptions,
  ): Promise<Data> {
    return graphql<Data>(this.#transport, document, variables, options);
  }

  /** Creates an organization, which the person of the access token then owns. `token` is its first key, this once. */
  createOrganization(given: NewOrganization, options?: RequestOptions) {
    return this.organizations.create(given, options);
  }

  /** Invites people by mail; answers what became of each address. Whoever is invited or a member already gets no mail. */
  sendOrganizationInvites(given: NewInvitations, options?: RequestOptions) {
    return invite(this.#transport, given, options);
  }

  /** Changes the organization's standards: currency, units, labels, customs. */
  updateWorkspaceConfig(given: WorkspaceChange, options?: RequestOptions) {
    return changeWorkspace(this.#transport, given, options);
  }

  /** Creates a key. `key` in the answer is shown this once; null where that answer was lost. */
  createAPIKey(given: NewKey, options?: RequestOptions) {
    return createKey(this.#transport, given, options);
  }

  /** Cancels shipments from before a moment that nobody sent. */
  cleanupShipments(given: Cleanup, options?: RequestOptions) {
    return cleanupShipments(this.shipments, given, options);
  }
}
