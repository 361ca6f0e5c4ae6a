import {
  type DocumentNode,
  execute,
  GraphQLError,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { z } from "zod";
import type { Context } from "@/lib/access/context-headers";
import { sessionCookieHeader } from "@/lib/access/cookies";
import { answerWith, nowhere, webResponse } from "@/lib/api/answers";
import { ApiFault } from "@/lib/api/api-fault";
import { type ApiRequest, readRequest, requestInfo } from "@/lib/api/api-request";
import { readBody } from "@/lib/api/body";
import { CallNote } from "@/lib/api/call-note";
import { contextOf, readCredential } from "@/lib/api/credential";
import { Meter } from "@/lib/api/meter";
import { BerthError } from "@/lib/errors";
import { told } from "./faults";
import { loggedDocument } from "./logged";
import { most, refuseTooMuch, tooDeep } from "./measure";
import { inAskedForm } from "./media";
import { Reader } from "./reader";
import { Repeats } from "./repeats";
import { rewrite } from "./rewrite";
import { schema } from "./schema";

type Answer = { status: number; body: object; reader?: Reader; headers?: Record<string, string> };

/**
 * Answers `POST /graphql`. Who asks is read by the same door as for REST; the answer is 200 with `errors`, as clients of
 * this interface expect, and another status only where no document could be read.
 */
export async function answerGraphql(request: Request): Promise<Response> {
  const requestId = requestInfo(request.headers).id;
  const accept = request.headers.get("accept");
  if (["GET", "HEAD"].includes(request.method) && accept?.includes("text/html")) return toPage();
  const note = new CallNote(request);
  try {
    const { status, body, reader, headers = {} } = await run(request, { requestId, note });
    const plain = answerWith(status, body, { requestId, context: contextFor(reader), head: false });
    const answer = inAskedForm(accept, plain, body);
    note.refused(firstOf(body)?.code);
    note.end({ status: answer.status, answer: answer.body });
    const response = webResponse(answer);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    const wait = firstOf(body)?.extensions?.retry_after;
    if (wait !== undefined) response.headers.set("Retry-After", String(wait));
    if (reader?.renewed !== undefined) response.headers.set("Set-Cookie", sessionCookieHeader(reader.renewed));
    return response;
  } catch (error) {
    const fault = told(asGraphql(error), requestId);
    const answer = answerWith(
      fault.status_code,
      { data: null, errors: [fault] },
      { requestId, context: nowhere, head: false },
    );
    if (error instanceof ApiFault) Object.assign(answer.headers, error.headers);
    note.failed(error);
    note.end({ status: answer.status, answer: answer.body });
    return webResponse(inAskedForm(accept, answer, { data: null, errors: [fault] }));
  }
}

type Told = { code?: string; extensions?: { retry_after?: number } };

function firstOf(body: object): Told | undefined {
  const [first] = "errors" in body && Array.isArray(body.errors) ? (body.errors as Told[]) : []; // as `told` made them
  return first;
}

function loggedBody({ query, variables, operationName }: Document) {
  const { document, ...rest } = loggedDocument(query, variables);
  return { body: { ...(operationName ? { operationName } : {}), ...document }, ...rest };
}

/** A browser gets the page where documents are tried. */
function toPage(): Response {
  return new Response(null, { status: 303, headers: { Location: "/graphiql", "Cache-Control": "private, no-store" } });
}

const asked = z.object({
  query: z.string().max(100_000),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().max(200).nullish(),
});

async function run(request: Request, { requestId, note }: { requestId: string; note: CallNote }): Promise<Answer> {
  const known = readRequest(request);
  if (!known) throw new BerthError("not_found", "There is nothing at this address.");
  const given = await readDocument(request, note).catch((fault: Error) => fault);
  const meter = new Meter(known);
  try {
    const reader = await readerOf(known, { meter, note });
    known.heard = note;
    if (reader.hasOrganization) note.organizationId = reader.here().organizationId;
    if (given instanceof Error) return { ...unread(given, requestId, await meter.headers()), reader };
    reader.repeats = new Repeats(known, given);
    const answered = await answer(reader, given, requestId);
    const again: Record<string, string> = reader.repeats.replayed ? { "Idempotency-Replayed": "true" } : {};
    return { ...answered, reader, headers: { ...(await meter.headers()), ...again } };
  } catch (error) {
    const answered = failed([asGraphql(asCredential(error, known))], requestId);
    return { ...answered, headers: await meter.headers() };
  }
}

/** Throws ApiFault or GraphQLError where there is none. */
async function readDocument(request: Request, note: CallNote): Promise<Document> {
  if (request.method !== "POST") throw new ApiFault(405, "method_not_allowed", "Send documents by POST.", allow);
  const { success, data } = asked.safeParse(await readBody(request, note));
  if (success) {
    note.later = () => loggedBody(data);
    return data;
  }
  note.body = "[no document]"; // what stands in it under other names may be a document, with its secrets
  throw new GraphQLError("Send a JSON object with query, and variables if it has any.");
}

function unread(fault: Error, requestId: string, counted: Record<string, string>): Answer {
  const first = told(asGraphql(fault), requestId);
  const body = { data: null, errors: [first] };
  return {
    status: first.status_code,
    body,
    headers: { ...(fault instanceof ApiFault ? fault.headers : {}), ...counted },
  };
}

const allow = { Allow: "POST" };

/**
 * Who asks. Whoever opens an organization is told at once, whatever the document asks, that their credential is over or
 * that the organization is not theirs, and the call counts on it. Only a token that names none may have none.
 */
async function readerOf(known: ApiRequest, { meter, note }: { meter: Meter; note: CallNote }): Promise<Reader> {
  const { credential } = await readCredential(known);
  note.credential = credential;
  note.test = known.info.test === true;
  const reader = new Reader(credential, known, meter);
  if (!reader.hasOrganization) return reader;
  meter.start(reader.here());
  const open = credential.kind === "token" && credential.organizationId === undefined;
  await reader.me().catch((error: unknown) => {
    if (!(error instanceof BerthError)) throw error;
    if (error.code === "unauthenticated" || error.code === "limited") throw error;
    if (error.code !== "forbidden" && !open) throw error;
  });
  return reader;
}

/** A key or token that is none is another thing to a client than none at all. */
function asCredential(error: unknown, { headers }: ApiRequest): unknown {
  if (!(error instanceof BerthError) || error.code !== "unauthenticated" || error.reason) return error;
  if (headers.get("authorization") === null) return error;
  return new BerthError(error.code, error.message, { reason: "credential_invalid", cause: error });
}

type Document = z.output<typeof asked>;

async function answer(reader: Reader, given: Document, requestId: string): Promise<Answer> {
  const variables = given.variables ?? {};
  let document: DocumentNode;
  try {
    document = rewrite(parse(given.query, { maxTokens: most.tokens }));
    const operation = getOperationAST(document, given.operationName);
    if (!operation) throw new GraphQLError("Say which operation of the document is meant: operationName.");
    if (operation.operation === "subscription") throw new GraphQLError("There are no subscriptions here.");
    refuseTooMuch(schema, document, operation, variables);
    if (reader.credential.kind === "none") refuseIntrospection(document);
    const faults = validate(schema, document, specifiedRules, { maxErrors: 20 });
    if (faults.length > 0) return failed(faults, requestId);
  } catch (error) {
    // Nested further than the reader of documents can follow.
    return failed([asGraphql(error instanceof RangeError ? tooDeep() : error)], requestId);
  }
  const result = await execute({
    schema,
    document,
    contextValue: reader,
    variableValues: variables,
    operationName: given.operationName ?? null,
  });
  const errors = result.errors?.map((error) => told(error, requestId));
  return { status: 200, body: { data: result.data ?? null, ...(errors ? { errors } : {}) } };
}

/** The schema is no secret, but strangers have no part in it; they get the documents of their own and no more. */
function refuseIntrospection(document: DocumentNode): void {
  if (validate(schema, document, [NoSchemaIntrospectionCustomRule], { maxErrors: 1 }).length > 0)
    throw new BerthError("unauthenticated", "Send a key or sign in to read the schema.");
}

function failed(errors: readonly GraphQLError[], requestId: string): Answer {
  return { status: 200, body: { data: null, errors: errors.map((error) => told(error, requestId)) } };
}

function asGraphql(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}

function contextFor(reader: Reader | undefined): Context {
  if (!reader) return nowhere;
  return contextOf(reader, reader.credential);
}
