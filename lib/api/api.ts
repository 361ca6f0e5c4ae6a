import { type Proof, prove } from "@/lib/access/confirm-password";
import type { Context } from "@/lib/access/context-headers";
import { sessionCookieHeader } from "@/lib/access/cookies";
import { withGrantors } from "@/lib/access/grantors";
import { type Credential, Handle } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { type Answered, answerError, answerWith, nowhere, webResponse } from "./answers";
import { ApiFault } from "./api-fault";
import { type ApiRequest, type Asking, readRequest, requestInfo } from "./api-request";
import { CallNote } from "./call-note";
import { carryOut, type Result } from "./carry-out";
import { contextOf, readCredential } from "./credential";
import { answerExport } from "./export";
import { identify } from "./identify";
import { readInput, withOutsideNames } from "./input";
import { Meter } from "./meter";
import { openApiDocument } from "./openapi";
import { allowed, type Found, findRoutes, methodsOfFiles, ofScope } from "./routes";

/** Answers everything under `/api/v1`. */
export async function answerApi(request: Request): Promise<Response> {
  const reads = request.method === "GET" || request.method === "HEAD";
  const list = reads && /^\/api\/v1\/exports\/([\w-]+)$/.exec(new URL(request.url).pathname)?.[1];
  if (list) return answerExport(request, list);
  return webResponse(await answerAsking(request));
}

/** The same for a request that need not be one of the web's. */
export async function answerAsking(request: Asking): Promise<Answered> {
  const requestId = requestInfo(request.headers).id;
  const head = request.method === "HEAD";
  const exchange: Exchange = { context: nowhere, note: new CallNote(request) };
  const told = await run(request, exchange)
    .then(({ status, body }) => answerWith(status, body, { requestId, context: exchange.context, head }))
    .catch((error: unknown) => {
      exchange.note.failed(error);
      return answerError(error, { requestId, context: exchange.context, head });
    });
  Object.assign(told.headers, exchange.headers);
  exchange.note.end({ status: told.status, answer: told.body });
  return told;
}

type Exchange = { context: Context; note: CallNote; headers?: Record<string, string> };

async function run(request: Asking, exchange: Exchange): Promise<Result> {
  const asked = readRequest(request);
  if (!asked) throw nothingHere();
  if (asked.segments.join("/") === "openapi.json") return document(asked, exchange);
  const found = findRoutes(asked.segments);
  const ofFile = methodsOfFiles(asked.segments);
  if (!found && ofFile.length === 0) {
    const { credential } = await readCredential(asked);
    return answered({ asked, exchange, credential }, () => Promise.reject(nothingHere()));
  }
  const methods = found?.methods ?? [];
  if (asked.method === "OPTIONS") {
    exchange.headers = { Allow: allowed(methods, ofFile) };
    return { status: 204 };
  }
  if (!found || ![...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].includes(asked.method)) {
    const credential = await readCredential(asked).then((read) => read.credential, nobodys);
    return answered({ asked, exchange, credential }, () => Promise.reject(methodNotAllowed(methods, ofFile)));
  }
  const known = await readCredential(asked);
  const chosen = choose(asked, found, known);
  if (chosen instanceof BerthError)
    return answered({ asked, exchange, credential: known.credential }, () => Promise.reject(chosen));
  const { credential, operation } = chosen;
  const ofOrganization = operation.scope === "organization";
  if (ofOrganization) exchange.note.of(operation);
  return answered({ asked, exchange, credential, ofOrganization }, async (handle, meter) => {
    const { input, proof, part } = await readInput(operation, {
      asked,
      request,
      values: found.values,
      note: exchange.note,
    });
    if (credential.kind !== "key") await proveWith(proof, operation, handle);
    const { headers, ...result } = await carryOut({ asked, operation, handle, input, meter, part });
    exchange.headers = headers ?? {};
    return result;
  });
}

type Answering = {
  asked: ApiRequest;
  exchange: Exchange;
  credential: Credential;
  /** It is a call of an organization: counted and written down there, whatever becomes of it. */
  ofOrganization?: boolean;
};

/** Does the work in the credential's name; what the answer says of itself goes with it, of a refusal too. */
async function answered(
  { asked, exchange, credential, ofOrganization = true }: Answering,
  work: (handle: Handle, meter: Meter) => Promise<Result>,
): Promise<Result> {
  const handle = new Handle(credential, asked.info);
  const meter = new Meter(asked);
  exchange.note.credential = ofOrganization ? credential : undefined;
  exchange.note.test = asked.info.test === true;
  try {
    meter.start(handle);
    return await work(handle, meter);
  } catch (error) {
    if (ofOrganization) await identify(handle, error, meter);
    throw await withGrantors(handle, error);
  } finally {
    exchange.context = contextOf(handle, credential);
    exchange.note.organizationId = handle.organizationId;
    exchange.headers = { ...exchange.headers, ...(await meter.headers()) };
    if (handle.renewed !== undefined && (credential.kind === "session" || credential.kind === "account"))
      exchange.headers["Set-Cookie"] = sessionCookieHeader(handle.renewed);
  }
}

async function proveWith(proof: Proof, operation: AnyOperation, handle: Handle): Promise<void> {
  try {
    await prove(operation, handle, proof);
  } catch (error) {
    throw withOutsideNames(error);
  }
}

function document({ method }: ApiRequest, exchange: Exchange): Result {
  if (method === "GET" || method === "HEAD") return { status: 200, body: openApiDocument() };
  if (method !== "OPTIONS") throw methodNotAllowed(["GET"]);
  exchange.headers = { Allow: allowed(["GET"]) };
  return { status: 204 };
}

type Known = Awaited<ReturnType<typeof readCredential>>;
type Chosen = { credential: Credential; operation: AnyOperation };

/** The operation of this address for whoever asks, or why there is none for them. */
function choose(asked: ApiRequest, found: Found, { credential, scope }: Known): Chosen | BerthError {
  const own = ofScope(found, asked.method, scope);
  if (own) return { credential, operation: own };
  const open = ofScope(found, asked.method, "public");
  if (open) return { credential: { kind: "none" }, operation: open };
  const account = credential.kind === "token" ? ofScope(found, asked.method, "account") : undefined;
  if (account && asked.host.kind !== "organization") return { credential, operation: account };
  if (credential.kind === "none")
    return new BerthError("unauthenticated", "Send a key as Authorization: Token key_…, or sign in.");
  if (scope === "account")
    return new BerthError("unauthenticated", "Send a key of the organization, or call its own address.", {
      reason: "organization_missing",
    });
  if (scope === "platform")
    return new BerthError("forbidden", "A server's credential opens what begins with /platform, and nothing else.", {
      reason: "key_needed",
    });
  if (found.routes.every(({ operation }) => operation.scope === "platform"))
    return new BerthError("forbidden", "This is for servers: send a server's credential.", { reason: "server_needed" });
  return new BerthError("forbidden", "This belongs to a person's account: call it signed in, at the main address.", {
    reason: "account_needed",
  });
}

function nobodys(): Credential {
  return { kind: "none" };
}

function nothingHere(): BerthError {
  return new BerthError("not_found", "There is nothing at this address.");
}

function methodNotAllowed(methods: string[], ofFile: string[] = []): ApiFault {
  return new ApiFault(405, "method_not_allowed", "This address does not take that method.", {
    Allow: allowed(methods, ofFile),
  });
}
