import DataLoader from "dataloader";
import type { z } from "zod";
import { type Proof, prove } from "@/lib/access/confirm-password";
import { type Around, type Credential, Handle } from "@/lib/access/handle";
import type { Operation, Scope } from "@/lib/access/operation";
import type { ApiRequest } from "@/lib/api/api-request";
import { withOutsideNames } from "@/lib/api/input";
import { Meter } from "@/lib/api/meter";
import { BerthError } from "@/lib/errors";
import { decodeId } from "@/lib/ids";
import { viewMe, viewMyAccount } from "@/lib/me/operations";
import { CountedHandle } from "./counted-handle";
import type { Repeats } from "./repeats";

/** No organization has it. */
export const nobodys = "00000000-0000-0000-0000-000000000000";

type Me = z.output<typeof viewMe.output>;
type TokenCredential = Extract<Credential, { kind: "token" }>;

/**
 * Who asks, for one request: their credential as handles, and what was already asked in each organization. A key and a
 * session on an organization's host reach that organization alone; an access token each one that its person belongs to,
 * by a handle of its own, which the database proves anew.
 */
export class Reader {
  readonly #here: Handle | undefined;
  readonly #account: Handle | undefined;
  readonly #server: Handle | undefined;
  readonly #others = new Map<string, Handle>();
  readonly #loaders = new Map<string, unknown>();
  readonly #asked = new Map<string, Promise<unknown>>();
  /** What was asked before under the request's key, where it has one. */
  repeats: Repeats | undefined;
  /** What the answer is about, where a change named it. */
  #named: Handle | undefined;

  constructor(
    readonly credential: Credential,
    readonly request: ApiRequest,
    meter: Meter,
  ) {
    const { kind } = credential;
    if (kind === "key" || kind === "session" || kind === "token")
      this.#here = new CountedHandle(credential, request, meter);
    if (kind === "server") this.#server = new Handle(credential, request.info);
    if (kind === "account" || kind === "token") this.#account = new Handle(credential, request.info);
  }

  /** The organization of the request. */
  here(): Handle {
    if (this.#here) return this.#here;
    if (this.#account)
      throw new BerthError("unauthenticated", "Send a key of the organization, or call its own address.", {
        reason: "organization_missing",
      });
    throw new BerthError("unauthenticated", "Send a key as Authorization: Token key_…, or sign in.");
  }

  account(): Handle {
    if (this.request.heard) this.request.heard.beyond = true;
    if (this.#account) return this.#account;
    this.here();
    throw new BerthError("forbidden", "This belongs to a person's account: call it with an access token.", {
      reason: "account_needed",
    });
  }

  /** A server of the installation. */
  platform(): Handle {
    if (this.#server) return this.#server;
    if (this.credential.kind === "none") this.here();
    throw new BerthError("forbidden", "Only a server's credential does this: Authorization: Bearer srv_…", {
      reason: "server_needed",
    });
  }

  /** Whoever it is, or nobody: for what strangers may ask too. */
  anyone(): Handle {
    return new Handle({ kind: "none" }, this.request.info);
  }

  /** Whether a person with an account of their own asks. */
  get hasAccount(): boolean {
    return this.#account !== undefined;
  }

  /** Whether the credential opens an organization. */
  get hasOrganization(): boolean {
    return this.#here !== undefined;
  }

  /** The organization of this id, or the request's where none is given. Another one is as one that does not exist. */
  async at(id: string | null | undefined): Promise<Handle> {
    if (id === null || id === undefined || id === "") return this.here();
    const { credential } = this.here();
    if (credential.kind !== "token") {
      if ((await this.me()).organization.id === id) return this.here();
      throw unknownOrganization();
    }
    const known = this.#others.get(id);
    if (known) return known;
    const organizationId = decodeId("org", id) ?? nobodys;
    // Without a header the request is already of the person's default organization.
    const own = organizationId === (credential.organizationId ?? this.here().organizationId);
    const handle = own ? this.here() : this.#elsewhere({ ...credential, organizationId }, id);
    this.#others.set(id, handle);
    return handle;
  }

  /** A request that asks of several organizations is a call of each. */
  #elsewhere(credential: TokenCredential, id: string): Handle {
    if (credential.organizationId) this.request.heard?.others.add(credential.organizationId);
    const { headers } = this.request;
    const get = (name: string) => (name === "x-org-id" ? encodeURIComponent(id) : headers.get(name));
    const request = { ...this.request, headers: { get } };
    return new CountedHandle(credential, request, new Meter(request));
  }

  /** Who the request's credential is, in its organization. */
  me(at: Handle = this.here()): Promise<Me> {
    return this.once(at, "me", () => at.run(viewMe, {}));
  }

  myAccount() {
    const handle = this.account();
    return this.once(handle, "account", () => handle.run(viewMyAccount, {}));
  }

  /** Asks once for each request and handle, whoever asks again. */
  once<Answer>(at: Handle, what: string, ask: () => Promise<Answer>): Promise<Answer> {
    const key = `${this.#nameOf(at)}|${what}`;
    const known = this.#asked.get(key) as Promise<Answer> | undefined; // what stands under one name is of one kind
    const asked = known ?? ask();
    if (!known) this.#asked.set(key, asked);
    return asked;
  }

  /** One question for what many fields ask of one organization within a turn (dataloader). */
  batch<Answer>(
    at: Handle,
    what: string,
    ask: (ids: readonly string[]) => Promise<Answer[]>,
  ): DataLoader<string, Answer> {
    const key = `${this.#nameOf(at)}|${what}`;
    const known = this.#loaders.get(key) as DataLoader<string, Answer> | undefined; // what stands under one name is of one kind
    const loader = known ?? new DataLoader<string, Answer>(ask, { maxBatchSize: 100 });
    this.#loaders.set(key, loader);
    return loader;
  }

  /** Runs an operation with what proves the person again, where it wants that and somebody gave it. A key proves itself. */
  async run<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
    at: Handle,
    operation: Operation<S, Input, Output>,
    input: z.input<Input>,
    proof: Partial<Proof> = {},
  ): Promise<z.output<Output>> {
    try {
      if (operation.access === "write") this.#forget();
      const given = { password: undefined, factorCode: undefined, ...proof };
      if (at.credential.kind !== "key") await prove(operation, at, given);
      const work = (around?: Around) => at.run(operation, input, around ? { around } : {});
      return await (this.repeats && at.credential.kind !== "none" ? this.repeats.run(operation, work) : work());
    } catch (error) {
      throw withOutsideNames(error);
    }
  }

  /** The answer says that it is about this organization. */
  about(at: Handle): void {
    this.#named = at;
  }

  get organizationId(): string | null {
    return (this.#named ?? this.#here)?.organizationId ?? null;
  }

  /** Whether the answer is about test records. */
  get testMode(): boolean {
    return (this.#named ?? this.#here)?.testMode ?? false;
  }

  /** The secret that a session has from now on. */
  get renewed(): string | undefined {
    if (this.credential.kind !== "session" && this.credential.kind !== "account") return undefined;
    return (this.#here ?? this.#account)?.renewed;
  }

  /** What was asked before a change does not stand after it. */
  #forget(): void {
    this.#asked.clear();
    this.#loaders.clear();
  }

  #nameOf(at: Handle): string {
    if (at === this.#here) return "here";
    if (at === this.#account) return "account";
    const [id] = [...this.#others].find(([, handle]) => handle === at) ?? [""];
    return id;
  }
}

export function unknownOrganization(): BerthError {
  return new BerthError("not_found", "There is no such organization.", { reason: "organization_unknown" });
}
