import { createHash } from "node:crypto";
import type { z } from "zod";
import { asItStands } from "@/lib/access/as-shown";
import type { Around } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";
import { operations } from "@/lib/operations";
import { ApiFault } from "./api-fault";
import type { ApiRequest } from "./api-request";
import { publicShape } from "./shape";
import { outsideName } from "./spelling";

/** Reads of what several people may edit, by what they answer: a write that answers the same has the same version. */
const shown = new Map<z.ZodType, AnyOperation>(
  operations.flatMap(({ changes }) => (changes ? [[changes.shownBy.output, changes.shownBy] as const] : [])),
);

/** The version of a record or of a part of the configuration, as `ETag` spells it; undefined for other answers. */
export function versionOf(operation: AnyOperation, body: unknown): string | undefined {
  const reader = shown.get(operation.output);
  return reader && tagOf(reader, body);
}

export function isShown({ output }: AnyOperation): boolean {
  return shown.has(output);
}

/** Whether `If-None-Match` names this version: the caller has it already. */
export function isKnown({ headers }: ApiRequest, version: string | undefined): boolean {
  const named = headers.get("if-none-match");
  if (named === null || version === undefined) return false;
  return namesIn(named).some((each) => each === "*" || each.replace(/^W\//, "") === version);
}

/** Where the request names the version that it changes: nobody else changes the record from here on, and it is that one. */
export function onVersion({ headers }: ApiRequest, operation: AnyOperation): Around | undefined {
  const named = headers.get("if-match");
  const { changes } = operation;
  if (named === null || !changes) return undefined;
  const { shownBy } = changes;
  const names = namesIn(named);
  return async (act, work) => {
    const version = tagOf(shownBy, publicShape(shownBy, await asItStands(changes, act)));
    if (!names.includes("*") && !names.includes(version)) throw changedMeanwhile();
    return work();
  };
}

function namesIn(header: string): string[] {
  return header.split(",").map((each) => each.trim());
}

function tagOf({ passing = [] }: AnyOperation, body: unknown): string {
  const left = passing.map(outsideName);
  const text = JSON.stringify(body, (name, value) => (left.includes(name) ? undefined : value));
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

function changedMeanwhile(): ApiFault {
  return new ApiFault(
    412,
    "precondition_failed",
    "Somebody changed this since you read it. Nothing was changed: read it again, and send your change with its new ETag.",
  );
}
