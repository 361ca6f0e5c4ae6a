import type { z } from "zod";
import { BerthError, faultsAt } from "@/lib/errors";
import { consume, giveBack } from "@/lib/limits/limits";
import { noteRequest } from "@/lib/log";
import { isRefusal, recordRefusal, tellNoSeat, touch } from "./after";
import { bucketsOf } from "./buckets";
import type { Database } from "./database";
import "./input-words";
import type { Opened } from "./opened";
import type { Actors, AnyOperation, Operation, RequestInfo, Scope } from "./operation";
import { Rights } from "./permissions";
import { inTransaction, type Opening } from "./transaction";

/**
 * What a door found on a request. `audience` is the slug of the host it came in on, "" on the root host and on the
 * bare API address; `organizationId` is what a form or header believed, which can only ever narrow.
 */
export type Credential =
  | { kind: "session" | "key"; secret: string; audience: string; organizationId?: string | undefined }
  | { kind: "token"; secret: string; audience: string; organizationId?: string | undefined }
  | { kind: "account"; secret: string }
  | { kind: "platform"; secret: string; visit?: string | undefined }
  | { kind: "server"; secret: string }
  | { kind: "job"; lease: string }
  | { kind: "import"; lease: string }
  | { kind: "none" };

type ActorAnswer = Actors[Scope];

/**
 * What a door does around the work, in its transaction: what it asks beside the work goes out with it, and what it throws
 * rolls all of it back.
 */
export type Around = <T>(
  context: { db: Database; actor: ActorAnswer; input: unknown },
  work: () => Promise<T>,
) => Promise<T>;

const nothingMore: Around = (_, work) => work();

/** A credential and a request, ready to run operations. Holds no rights: every run proves them anew. */
export class Handle {
  /** The organization that the database last opened for this handle: for what an answer says about itself. */
  organizationId: string | null = null;
  /** Whether that was about test records. */
  testMode = false;
  /** The secret that the session has from now on, where a proof or an act changed it: for the door to give on. */
  renewed: string | undefined;
  /** By what was refused, the operation that heard it first: a page asks several that want the same permission. */
  private readonly refusals = new Map<string, string>();

  constructor(
    private held: Credential,
    readonly request: RequestInfo,
  ) {}

  get credential(): Credential {
    return this.held;
  }

  /** What follows is run with the session's new secret; the one before opens nothing any more. A token stays what it is. */
  renew(secret: string): void {
    if (this.held.kind === "token") return;
    if ("secret" in this.held) this.held = { ...this.held, secret };
    this.renewed = secret;
  }

  /**
   * Checks limits and input, opens the transaction for this operation, runs it and returns its public output.
   * Throws BerthError: `invalid` with fields, `unauthenticated`, `forbidden`, `not_found`, `limited`, `conflict`.
   */
  async run<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<S, Input, Output>,
    input: z.input<Input>,
    /** `asks`: nobody tried to; the answer decides what is shown, so a refusal stays off the record. */
    { asks = false, around = nothingMore }: { asks?: boolean; around?: Around | undefined } = {},
  ): Promise<z.output<Output>> {
    const parsed = parseInput(operation, input);
    const counted = await bucketsOf(operation, parsed, this);
    await consume(counted);
    const opening = openingOf(operation, this.credential, this.request);
    let renewed: string | undefined;
    const renew = (secret: string) => {
      renewed = secret;
    };
    try {
      const output = await inTransaction({
        opening,
        access: accessOf(operation, this.credential),
        asksOnce: operation.asksOnce === true,
        provenFirst: operation.provenFirst === true,
        work: async (db, opened) => {
          const actor = actorOf(opened, this.request) as Actors[S];
          return around({ db, actor, input: parsed }, () => run(operation, { db, actor, input: parsed, renew }));
        },
        onOpened: ({ organizationId, testMode }) => {
          this.organizationId = organizationId;
          this.testMode = testMode;
        },
      });
      if (renewed !== undefined) this.renew(renewed);
      touch(this);
      return operation.output.parse(output);
    } catch (error) {
      // Whoever may not do it takes nothing of what the others have.
      if (error instanceof BerthError && error.code === "forbidden")
        await giveBack(counted.filter(({ shared }) => shared));
      if (!asks && error instanceof BerthError && isRefusal(error) && this.isFirst(operation.name, error))
        recordRefusal(this, operation.name, error);
      if (operation.takesSeat && error instanceof BerthError && error.room?.name === "max_users")
        tellNoSeat(this, operation.name, operation.takesSeat(parsed));
      throw error;
    }
  }

  /** Of one request, the same refusal of several operations is one; of the same operation again it counts. */
  private isFirst(operation: string, { code, reason, permission }: BerthError): boolean {
    const what = `${code} ${reason} ${permission}`;
    const first = this.refusals.get(what) ?? operation;
    this.refusals.set(what, first);
    return first === operation;
  }
}

/** The scope that was opened is the operation's own, so its actor is too. */
function run<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<S, Input, Output>,
  context: Parameters<Operation<S, Input, Output>["run"]>[0],
): Promise<z.input<Output>> {
  const { actor } = context;
  noteRequest(actor.request.id, {
    operation: operation.name,
    ...("organizationId" in actor && actor.organizationId ? { organization: actor.organizationId } : {}),
    ...("userId" in actor && actor.userId ? { actor: actor.userId } : {}),
    ...("supportUserId" in actor && actor.supportUserId ? { support: actor.supportUserId } : {}),
  });
  return operation.run(context);
}

function parseInput<Input extends z.ZodType>(operation: { input: Input }, input: z.input<Input>): z.output<Input> {
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error);
}

/** A zod error as `invalid`, with the messages by dotted field name. */
export function invalidInput(error: z.ZodError): BerthError {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : undefined;
    const names = unknown ?? [issue.path.join(".")];
    for (const name of names) {
      fields[name] ??= [];
      fields[name].push(unknown ? "This field does not exist." : issue.message);
    }
  }
  return faultsAt(fields);
}

function accessOf(operation: AnyOperation, credential: Credential): "read" | "write" {
  // A visit writes its own audit entry first; the database then makes the transaction read only.
  return credential.kind === "platform" && credential.visit ? "write" : operation.access;
}

function openingOf(operation: AnyOperation, credential: Credential, request: RequestInfo): Opening {
  const info = JSON.stringify(request);
  const mode = request.test ? "test" : "live";
  const wrongDoor = () => new Error(`${operation.name} cannot be run by a ${credential.kind} credential`);
  switch (operation.scope) {
    case "organization":
      if (credential.kind === "import")
        return {
          name: "open_import",
          text: "select guard.open_import($1, $2, $3) as opened",
          values: [credential.lease, operation.name, info],
          who: `import ${credential.lease}`,
        };
      if (credential.kind === "token")
        return {
          name: "open_token",
          text: "select guard.open_token($1, $2, $3, $4, $5) as opened",
          values: [credential.secret, credential.audience, credential.organizationId ?? null, operation.name, info],
          who: `token ${credential.secret} ${credential.audience} ${credential.organizationId ?? ""} ${mode}`,
        };
      if (credential.kind !== "session" && credential.kind !== "key") throw wrongDoor();
      return {
        name: "open",
        text: "select guard.open($1, $2, $3, $4, $5) as opened",
        values: [credential.secret, credential.audience, credential.organizationId ?? null, operation.name, info],
        who: `${credential.kind} ${credential.secret} ${credential.audience} ${mode}`,
      };
    case "account":
      if (credential.kind === "token")
        return {
          name: "open_token_account",
          text: "select guard.open_token_account($1, $2, $3) as opened",
          values: [credential.secret, operation.name, info],
          who: `token account ${credential.secret}`,
        };
      if (credential.kind !== "account") throw wrongDoor();
      return {
        name: "open_account",
        text: "select guard.open_account($1, $2, $3) as opened",
        values: [credential.secret, operation.name, info],
        who: `account ${credential.secret}`,
      };
    case "platform":
      if (credential.kind === "server")
        return {
          name: "open_server",
          text: "select guard.open_server($1, $2, $3) as opened",
          values: [credential.secret, operation.name, info],
          who: `server ${credential.secret}`,
        };
      if (credential.kind !== "platform") throw wrongDoor();
      return {
        name: "open_platform",
        text: "select guard.open_platform($1, $2, $3, $4) as opened",
        values: [credential.secret, operation.name, credential.visit ?? null, info],
        who: `platform ${credential.secret} ${credential.visit ?? ""}`,
      };
    case "job":
      if (credential.kind !== "job") throw wrongDoor();
      return {
        name: "open_job",
        text: "select guard.open_job($1, $2, $3) as opened",
        values: [credential.lease, operation.name, info],
        who: `job ${credential.lease}`,
      };
    default:
      return {
        name: "open_public",
        text: "select guard.open_public($1, $2) as opened",
        values: [operation.name, info],
        who: "public",
      };
  }
}

function actorOf(opened: Opened, request: RequestInfo): ActorAnswer {
  const { organizationId, userId, membershipId, roleKey } = opened;
  const credentialId = opened.credentialId ?? "";
  if ([1, 6, 8].includes(opened.kind) && organizationId) {
    const kind = opened.kind === 6 ? "key" : "member";
    const isSupport = opened.kind === 8;
    return {
      kind,
      organizationId,
      userId: isSupport ? opened.actingAs : userId,
      supportUserId: isSupport ? userId : null,
      membershipId,
      roleKey,
      credentialId,
      rights: new Rights(opened.rights),
      request,
    };
  }
  if (opened.kind === 2 && userId) return { kind: "account", userId, credentialId, request };
  if (opened.kind === 3) return { kind: "public", request };
  if (opened.kind === 4 && userId) return { kind: "platform", userId, organizationId: null, credentialId, request };
  if (opened.kind === 9) return { kind: "server", userId: null, organizationId: null, credentialId, request };
  if (opened.kind === 7 && userId) return { kind: "visit", userId, organizationId, credentialId, request };
  if (opened.kind === 5) return { kind: "job", organizationId, credentialId, request };
  throw new BerthError("internal", "The database opened nothing.");
}
