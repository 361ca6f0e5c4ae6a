import { setImmediate as turn } from "node:timers/promises";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { rootLink } from "@/lib/hosts";
import { confirmPath } from "./confirm-path";
import { type Credential, Handle } from "./handle";
import type { Operation, Scope } from "./operation";
import type { Permission } from "./permissions";
import { requestedPath, type TrustedRequest, trustedRequest } from "./trusted-request";

type Course = { refused: BerthError | undefined; running: Set<Promise<unknown>> };

/** What the page of this request asked for, and whether that was refused. */
const course = cache((): Course => ({ refused: undefined, running: new Set() }));

/**
 * Why this request was refused, for what `forbidden()` shows. That is drawn beside the page and not after it, so it
 * waits here until everything that the page asked for is answered.
 */
export async function refusal(): Promise<BerthError | undefined> {
  const { running } = course();
  do {
    await Promise.allSettled(running);
    await turn(); // a page's next question begins after the answer to its last
  } while (running.size > 0);
  return course().refused;
}

function followed<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const { running } = course();
  running.add(answer);
  const done = () => running.delete(answer);
  answer.then(done, done);
  return answer;
}

/** A page's door: runs operations and answers refusals by the right page, so that a page shows only success. */
export class PageDoor {
  constructor(
    readonly handle: Handle,
    readonly request: TrustedRequest,
    /** Where somebody without a live session is sent; null answers as if the page did not exist. */
    private readonly signIn: string | null,
  ) {}

  async run<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<S, Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>> {
    try {
      return await followed(this.handle.run(operation, input));
    } catch (error) {
      if (error instanceof BerthError) this.leave(error);
      throw error;
    }
  }

  /** As `run`, but null where the permission is missing: for a part of a page that others may see whole. */
  async runIfAllowed<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<S, Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output> | null> {
    try {
      return await followed(this.handle.run(operation, input, { asks: true }));
    } catch (error) {
      if (error instanceof BerthError && error.code === "forbidden") return null;
      if (error instanceof BerthError) this.leave(error);
      throw error;
    }
  }

  /** As `run`, but null where there is no such record: for a part of a page that says so itself. */
  async runIfFound<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<S, Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output> | null> {
    try {
      return await followed(this.handle.run(operation, input));
    } catch (error) {
      if (error instanceof BerthError && error.code === "not_found") return null;
      if (error instanceof BerthError) this.leave(error);
      throw error;
    }
  }

  /** As `run`, but null where the organization's policy keeps this request out: for what stands around a page that says so. */
  async runUnlessKeptOut<S extends Scope, Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<S, Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output> | null> {
    try {
      return await followed(this.handle.run(operation, input));
    } catch (error) {
      if (error instanceof BerthError && (error.code === "policy" || error.code === "confirm_password")) return null;
      if (error instanceof BerthError) this.leave(error);
      throw error;
    }
  }

  /** Refuses the page for want of this permission, as the operation behind its form would. */
  lacks(permission: Permission): never {
    course().refused = new BerthError("forbidden", "You do not have the permission for this.", {
      reason: "permission_missing",
      permission,
    });
    forbidden();
  }

  private leave(error: BerthError): void {
    if (error.code === "unauthenticated") this.signIn === null ? notFound() : redirect(this.signIn);
    if (error.code === "not_found") notFound();
    if (error.code === "confirm_password") redirect(confirmPath(requestedPath(this.request)));
    if (error.code === "policy" && error.reason === "factor_required") redirect(setUpFactor(this.request));
    if (error.code === "forbidden" || error.code === "suspended" || error.code === "policy") {
      course().refused = error;
      forbidden();
    }
  }
}

/** Accounts live on the root host, and so does the set-up; it leads back. */
function setUpFactor(request: TrustedRequest): string {
  const back = new URLSearchParams({ to: requestedPath(request) });
  if (request.host.kind === "organization") back.set("organization", request.host.slug);
  return rootLink(env().rootUrl, `/account/security/authenticator?${back}`);
}

/**
 * The door of a page inside one organization. The organization is the trusted host's; a path that differs is 404.
 * Somebody without a session on this host is sent round by the root host, real organization or not.
 */
export async function organizationPage(params: Promise<{ organization: string }>): Promise<PageDoor> {
  const [{ organization }, request] = await Promise.all([params, trustedRequest()]);
  if (request.host.kind !== "organization" || request.host.slug !== organization) notFound();
  const begin = `/auth/begin?to=${encodeURIComponent(requestedPath(request))}`;
  if (!request.session) redirect(begin);
  const credential: Credential = { kind: "session", secret: request.session, audience: organization };
  return new PageDoor(new Handle(credential, request.info), request, begin);
}

/** The door of account pages, on the root host. */
export async function accountPage(): Promise<PageDoor> {
  const request = await rootRequest();
  const signIn = `/sign-in?to=${encodeURIComponent(requestedPath(request))}`;
  if (!request.session) redirect(signIn);
  return new PageDoor(new Handle({ kind: "account", secret: request.session }, request.info), request, signIn);
}

/**
 * The door of the console: 404 for everybody but a super admin. With `visit` it reads one organization, on that
 * organization's record with the reason.
 */
export async function consolePage(
  visit?: { organizationId: string; reason: string },
  /** Why the organizations are looked at that a search shows. */
  reason = visit?.reason,
): Promise<PageDoor> {
  const request = await rootRequest();
  if (!request.session) notFound();
  const credential: Credential = { kind: "platform", secret: request.session, visit: visit?.organizationId };
  return new PageDoor(new Handle(credential, { ...request.info, reason }), request, null);
}

/** Public pages of the root host that read something. */
export async function publicPage(): Promise<PageDoor> {
  const request = await rootRequest();
  return new PageDoor(new Handle({ kind: "none" }, request.info), request, "/sign-in");
}

async function rootRequest(): Promise<TrustedRequest> {
  const request = await trustedRequest();
  if (request.host.kind === "organization") redirect(rootLink(env().rootUrl, requestedPath(request)));
  if (request.host.kind !== "root") notFound();
  return request;
}
