import type { Around, Handle } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";
import type { ApiRequest } from "./api-request";
import { together } from "./around";
import { KeptAnswer, once, readOnce } from "./idempotency";
import { withOutsideNames } from "./input";
import type { Meter } from "./meter";
import { cut, ownerOf, type Part } from "./parts";
import { rulesOf } from "./rules";
import { publicShape, statusOf } from "./shape";
import { inTurn } from "./turns";
import { isKnown, onVersion, versionOf } from "./versions";

export type Result = { status: number; body?: unknown; headers?: Record<string, string> };

type Call = {
  asked: ApiRequest;
  operation: AnyOperation;
  handle: Handle;
  input: Record<string, unknown>;
  meter: Meter;
  /** How much of a list that comes whole is asked for. */
  part: Part | undefined;
};

/** Runs the operation as the request's headers want it: once, on a version, counted. */
export async function carryOut({ asked, operation, handle, input, meter, part }: Call): Promise<Result> {
  const answerOf = (output: unknown) => ({ status: statusOf(operation, output), body: publicShape(operation, output) });
  const repeatable = readOnce(asked, operation, input);
  let owner = "";
  const around = together(
    part && noteOwner,
    meter.around,
    rulesOf(asked, operation, handle.credential),
    repeatable && once(repeatable, operation, answerOf),
    onVersion(asked, operation),
  );
  function noteOwner<T>({ actor }: Parameters<Around>[0], run: () => Promise<T>): Promise<T> {
    owner = ownerOf(actor);
    return run();
  }
  const work = () => handle.run(operation, input as never, { around }); // parsed by the operation
  try {
    const { status, body } = answerOf(await (repeatable ? inTurn(repeatable.name, work) : work()));
    const whole = versioned(asked, operation, { status, body });
    return part && whole.body !== undefined
      ? { ...whole, body: cut(whole.body, part, { operation, owner, input }) }
      : whole;
  } catch (error) {
    if (!(error instanceof KeptAnswer)) throw withOutsideNames(error);
    const { status, body } = error;
    const again = versioned(asked, operation, { status, body });
    return { ...again, headers: { ...again.headers, "Idempotency-Replayed": "true" } };
  }
}

function versioned(asked: ApiRequest, operation: AnyOperation, { status, body }: Result): Result {
  const version = versionOf(operation, body);
  if (version === undefined) return { status, body };
  const headers = { ETag: version };
  return operation.rest?.method === "get" && isKnown(asked, version)
    ? { status: 304, headers }
    : { status, body, headers };
}
