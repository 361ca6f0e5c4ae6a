import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type ActionState, BerthError } from "@/lib/errors";
import { log } from "@/lib/log";
import { asShown } from "./as-shown";
import { prove, proveAgain } from "./confirm-password";
import { sessionCookie, sessionCookieOptions } from "./cookies";
import { formValues } from "./form-data";
import { withGrantors } from "./grantors";
import { type Credential, Handle } from "./handle";
import type { AnyOperation, Operation, Scope } from "./operation";
import { type TrustedRequest, trustedRequest } from "./trusted-request";

type Options<Output> = {
  /** Sets cookies, or answers where to go next. Runs after the commit. */
  after?: (output: Output, request: TrustedRequest) => Promise<string | undefined> | string | undefined;
  /** Sentence shown in place on success. */
  message?: (output: Output) => string;
  /** Values for the operation that the form does not carry, e.g. from a cookie. */
  input?: Record<string, unknown>;
};

/** A form inside an organization: exact Origin, and only for the organization that the form was rendered for. */
export function organizationAction<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<"organization", Input, Output>,
  form: FormData,
  options: Options<z.output<Output>> = {},
): Promise<ActionState<z.output<Output>>> {
  return answer(operation, form, options, (request) => {
    const rendered = form.get("organization");
    if (request.host.kind !== "organization" || typeof rendered !== "string" || !uuid.test(rendered))
      throw new BerthError("not_found", otherOrganization, { reason: "organization_differs" });
    requireShownMode(request, form);
    if (!request.session) throw signedOut();
    return { kind: "session", secret: request.session, audience: request.host.slug, organizationId: rendered };
  });
}

export function accountAction<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<"account", Input, Output>,
  form: FormData,
  options: Options<z.output<Output>> = {},
): Promise<ActionState<z.output<Output>>> {
  return answer(operation, form, options, (request) => {
    if (!request.session) throw signedOut();
    return { kind: "account", secret: request.session };
  });
}

export function consoleAction<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<"platform", Input, Output>,
  form: FormData,
  options: Options<z.output<Output>> = {},
): Promise<ActionState<z.output<Output>>> {
  return answer(operation, form, options, (request) => {
    if (!request.session) throw new BerthError("not_found", "There is nothing here.");
    return { kind: "platform", secret: request.session };
  });
}

export function publicAction<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<"public", Input, Output>,
  form: FormData,
  options: Options<z.output<Output>> = {},
): Promise<ActionState<z.output<Output>>> {
  return answer(operation, form, options, () => ({ kind: "none" }));
}

type Proving<Data> = (
  request: TrustedRequest,
  handle: Handle,
  /** Proves password or code of the form for the session of this host. */
  prove: () => Promise<void>,
) => Promise<{ next: string } | { data: Data }>;

/** A form that proves who acts and opens nothing itself: exact Origin, the session of whichever host it came in on. */
export async function provingAction<Data>(form: FormData, work: Proving<Data>): Promise<ActionState<Data>> {
  const request = await trustedRequest();
  let done: { next: string } | { data: Data };
  try {
    requireOwnOrigin(request);
    const handle = new Handle(ownCredential(request), request.info);
    done = await work(request, handle, () => proveAgain(handle, form)).finally(() => keepRenewed(handle));
  } catch (error) {
    return { ...failed(error, request, false), values: typedValues(form) };
  }
  if ("next" in done) redirect(done.next);
  return { status: "done", data: done.data };
}

function ownCredential({ host, session }: TrustedRequest): Credential {
  if (!session) return { kind: "none" };
  return host.kind === "organization"
    ? { kind: "session", secret: session, audience: host.slug }
    : { kind: "account", secret: session };
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const otherOrganization =
  "This form was opened for another organization. Nothing was changed. Reload the page and try again.";

/** Another tab of this browser may have gone on with other records since the form was shown. */
function requireShownMode({ info }: TrustedRequest, form: FormData): void {
  const shown = form.get("shownMode");
  if (shown === null || (shown === "test") === (info.test === true)) return;
  throw new BerthError("conflict", otherMode(info.test === true), { reason: "mode_differs" });
}

const otherMode = (test: boolean) =>
  `This page shows ${test ? "live" : "test"} data, and this browser went on with ${test ? "test" : "live"} data. Nothing was changed. Reload the page and try again.`;

async function answer<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<S, Input, Output>,
  form: FormData,
  options: Options<z.output<Output>>,
  credentialOf: (request: TrustedRequest) => Credential,
): Promise<ActionState<z.output<Output>>> {
  const request = await trustedRequest();
  let next: string | undefined;
  let state: ActionState<z.output<Output>>;
  let handle: Handle | undefined;
  try {
    requireOwnOrigin(request);
    const opened = new Handle(credentialOf(request), request.info);
    handle = opened;
    const data = await provenRun(operation, opened, form, options.input).finally(() => keepRenewed(opened));
    next = (await options.after?.(data, request)) ?? undefined;
    state = { status: "done", data, ...(options.message ? { message: options.message(data) } : {}) };
  } catch (error) {
    const told = handle ? await withGrantors(handle, error) : error;
    return { ...failed(told, request, operation.scope === "organization"), values: typedValues(form) };
  }
  if (next) redirect(next);
  if (operation.access === "write") refresh();
  return state;
}

async function provenRun<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<S, Input, Output>,
  handle: Handle,
  form: FormData,
  more: Record<string, unknown> | undefined,
): Promise<z.output<Output>> {
  if (operation.fresh) await requireOpen(operation, handle);
  await prove(operation, handle, { password: form.get("password"), factorCode: form.get("factorCode") });
  const values = { ...formValues(form, { keepPassword: !operation.fresh }), ...more };
  return handle.run(operation, values as z.input<Input>, { around: asShown(operation, form) }); // parsed by the operation
}

/**
 * A proof changes the session's secret, and the page is drawn anew with it: who may not do it any more would lose what
 * they typed.
 */
async function requireOpen(operation: AnyOperation, handle: Handle): Promise<void> {
  const nothing: AnyOperation = { ...operation, access: "read", limits: [], input: z.unknown(), output: z.unknown() };
  try {
    await handle.run({ ...nothing, provenFirst: true, run: () => Promise.resolve(undefined) }, undefined);
  } catch (error) {
    if (error instanceof BerthError && error.code === "forbidden") throw error;
  }
}

/** A session that was proved again has another secret, also where the act itself is refused. */
async function keepRenewed({ renewed }: Handle): Promise<void> {
  if (renewed !== undefined) (await cookies()).set(sessionCookie, renewed, sessionCookieOptions);
}

/** Missing and `null` are refused too: every browser names the origin of a form that it sends. */
export function requireOwnOrigin(request: TrustedRequest): void {
  if (request.headers.get("origin") !== request.origin)
    throw new BerthError("wrong_origin", "This form did not come from this address. Nothing was changed.");
}

/** What was typed, for a form that is shown again before JavaScript; nothing secret goes back. */
function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form)
    if (
      typeof value === "string" &&
      !name.startsWith("$ACTION") &&
      name !== "shown" &&
      !/password|secret|token|code/i.test(name)
    )
      values[name] = value;
  return values;
}

function failed(
  error: unknown,
  request: TrustedRequest,
  inOrganization: boolean,
): Extract<ActionState, { status: "failed" }> {
  if (!(error instanceof BerthError)) log.error({ err: error, requestId: request.info.id }, "action failed");
  const known =
    error instanceof BerthError
      ? error
      : new BerthError("internal", "Something went wrong on our side. Nothing was changed.");
  const stale = inOrganization && known.reason === "organization_unknown";
  return {
    status: "failed",
    code: known.code,
    message: stale ? otherOrganization : known.message,
    requestId: request.info.id,
    ...(known.reason ? { reason: known.reason } : {}),
    ...(known.fields ? { fields: known.fields } : {}),
    ...(known.permission ? { permission: known.permission } : {}),
    ...(known.present ? { present: known.present } : {}),
  };
}

function signedOut(): BerthError {
  return new BerthError(
    "unauthenticated",
    "You are signed out. Sign in again in another tab, then send this form once more.",
  );
}
