import type { z } from "zod";
import type { Database } from "./database";
import type { Permission, PlatformPermission, Rights } from "./permissions";

export type Scope = "organization" | "account" | "public" | "platform" | "job";

/** Where a request came from. `id` is its request id, `address` the client's, both set by the Node entry. */
export type RequestInfo = {
  id: string;
  address: string;
  agent: string;
  /** It asks for test records; a key has a mode of its own. */
  test?: true | undefined;
  /** Why a super admin looks at an organization. */
  reason?: string | undefined;
};

type Common = { credentialId: string; request: RequestInfo };

/** Who acts, as the database proved it. Nothing in it comes from the caller. */
export type Actors = {
  organization: Common & {
    kind: "member" | "key";
    organizationId: string;
    userId: string | null;
    membershipId: string | null;
    roleKey: string | null;
    rights: Rights;
    /** The super admin who acts as this member; all else is the member's. */
    supportUserId: string | null;
  };
  account: Common & { kind: "account"; userId: string };
  public: { kind: "public"; request: RequestInfo };
  platform: Common &
    (
      | { kind: "platform" | "visit"; userId: string; organizationId: string | null }
      | { kind: "server"; userId: null; organizationId: null }
    );
  job: Common & { kind: "job"; organizationId: string | null };
};

/** How well the place of a try is known to the account that it names: this browser, its network, or neither. */
export type Acquaintance = "device" | "network" | "stranger";

/**
 * A bound on how often: `points` tries in `seconds`, counted per client network (/64 for IPv6), per acting person or
 * organization as the database knows them, or per what the input names (`subject`, e.g. an e-mail address), the last
 * alone or together with the network or the browser.
 */
export type Limit = {
  by: "network" | "person" | "organization" | "subject" | "subject+network" | "subject+device" | "group";
  points: number;
  seconds: number;
  /** Counts only tries from such places; wants `acquaintance`. */
  from?: Acquaintance[];
  /** A budget that operations of this name share. */
  bucket?: string;
  /** One run counts as many tries as its `weight`. */
  weighed?: boolean;
};

/** A secret out of a mail, or the id of an invitation. */
export type Ticket = { secret: string } | { invitation: string };

type Needs<S extends Scope> = S extends "organization"
  ? { permission: Permission; limits?: Limit[] }
  : S extends "platform"
    ? { permission: PlatformPermission; limits?: Limit[] }
    : S extends "job"
      ? { limits?: never }
      : { limits: Limit[] };

export type Definition<S extends Scope, Input extends z.ZodType, Output extends z.ZodType> = Needs<S> & {
  /** `noun.verb`: the name in audit, logs, docs and the database's own list. */
  name: string;
  scope: S;
  access: "read" | "write";
  /**
   * A read that asks all its questions before it has an answer to any (side by side, not one after another): proof,
   * questions and end are then one round trip. Asking once more throws.
   */
  asksOnce?: boolean;
  /** The work begins only when the database has said yes: for what has effects outside of it, such as files. */
  provenFirst?: boolean;
  /** One line for people: what it does. */
  summary: string;
  /** Strict: what is not named is refused. */
  input: Input;
  /** What may leave the server; everything else is dropped. */
  output: Output;
  rest?: { method: "get" | "post" | "put" | "patch" | "delete"; path: `/${string}`; status?: number };
  /**
   * The acting person must have proved themselves just now (second factor, or password without one); the interface asks
   * for it in the same form. "always": the password with this very request, however fresh the proof is.
   */
  fresh?: boolean | "always";
  /** A write of what several people may edit: as which read they saw it, and how nobody else changes it meanwhile. */
  changes?: {
    shownBy: AnyOperation;
    lock: (db: Database, input: z.output<Input>) => Promise<unknown>;
  };
  /** Fields of a read that change without anybody's edit: no part of its version. */
  passing?: readonly string[];
  /** Fields of the output that hold a secret: they are shown once, and null where the same request comes again. */
  shownOnce?: readonly string[];
  /** What `subject` limits count. */
  subject?: (input: z.output<Input>) => string;
  /** What `group` limits count. */
  group?: (input: z.output<Input>) => string;
  /** Whose account the input names, and from which browser: decides which limits with `from` count. */
  acquaintance?: (input: z.output<Input>) => { account: string; device: string | undefined };
  /** What somebody comes in with who needs a seat: where none is left, those who can make room are told. */
  takesSeat?: (input: z.output<Input>) => Ticket;
  /** How many tries one run is, for limits that are `weighed`. */
  weight?: (input: z.output<Input>) => number;
  run: (context: {
    db: Database;
    actor: Actors[S];
    input: z.output<Input>;
    /** Takes the acting session's new secret, where the work changed it; it holds once the work is committed. */
    renew: (secret: string) => void;
  }) => Promise<z.input<Output>>;
};

export type Operation<
  S extends Scope = Scope,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = Definition<S, Input, Output>;

// biome-ignore lint/suspicious/noExplicitAny: a list of operations is heterogeneous; each keeps its own types inside
export type AnyOperation = Operation<any, any, any>;

/**
 * One thing that the product can do. Every door (page, action, REST, GraphQL, command line) runs it through a handle;
 * `handle.run` is the only place where its transaction begins.
 */
export function defineOperation<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<S, Input, Output>,
): Operation<S, Input, Output> {
  if (definition.asksOnce && definition.access !== "read")
    throw new Error(`${definition.name} writes: it cannot ask once`);
  if (definition.asksOnce && definition.scope === "platform")
    throw new Error(`${definition.name} may be a visit, which is put on the record: it cannot ask once`);
  return definition;
}

export function permissionOf(operation: AnyOperation): string | null {
  return "permission" in operation ? (operation.permission as string) : null;
}
