import { z } from "zod";
import { appPool } from "@/db/connection";
import type { Bucket } from "@/lib/limits/limits";
import { networkOf } from "@/lib/limits/network";
import { translateDatabaseError } from "./database-errors";
import type { Handle } from "./handle";
import type { AnyOperation, Limit } from "./operation";

const subjectRow = z.object({ person: z.uuid().optional(), organization: z.uuid().nullish() });
const acquaintanceRow = z.enum(["device", "network", "stranger"]);

/**
 * The counters that one run of an operation fills, in their order. People and organizations are counted by the ids that
 * the database finds for the credential, so that any number of sessions share one budget; a credential that opens
 * nothing is counted with its network.
 */
export async function bucketsOf(operation: AnyOperation, input: unknown, handle: Handle): Promise<Bucket[]> {
  const limits: Limit[] = operation.limits ?? [];
  if (limits.length === 0) return [];
  const place = await acquaintanceOf(operation, input, handle);
  const counted = limits.filter(({ from }) => from === undefined || (place !== undefined && from.includes(place)));
  const keys = await keysOf(operation, input, handle, counted);
  return counted.map(({ by, bucket, points, seconds, weighed }) => ({
    name: `${bucket ?? operation.name}/${by}`,
    key: keys[by],
    points,
    seconds,
    cost: weighed ? (operation.weight?.(input) ?? 1) : 1,
    shared: by === "organization",
  }));
}

async function keysOf(
  operation: AnyOperation,
  input: unknown,
  handle: Handle,
  limits: Limit[],
): Promise<Record<Limit["by"], string>> {
  const network = networkOf(handle.request.address);
  const subject = operation.subject?.(input) ?? "";
  const device = operation.acquaintance?.(input).device ?? "";
  const who = limits.some(({ by }) => by === "person" || by === "organization") ? await whoOf(handle) : {};
  return {
    network,
    person: who.person ?? network,
    organization: who.organization ?? network,
    subject,
    "subject+network": `${subject}|${network}`,
    "subject+device": `${subject}|${device}`,
    group: operation.group?.(input) ?? "",
  };
}

async function whoOf({ credential }: Handle): Promise<z.infer<typeof subjectRow>> {
  if (!("secret" in credential)) return {};
  const audience = "audience" in credential ? credential.audience : "";
  const named = credential.kind === "token" ? (credential.organizationId ?? null) : null;
  return ask("select guard.limit_subject($1, $2, $3) as value", [credential.secret, audience, named], subjectRow);
}

async function acquaintanceOf(operation: AnyOperation, input: unknown, { request }: Handle) {
  const named = operation.acquaintance?.(input);
  if (!named) return undefined;
  const values = [named.account, named.device ?? "", request.address];
  return ask("select guard.acquaintance($1, $2, $3) as value", values, acquaintanceRow);
}

async function ask<Row extends z.ZodType>(text: string, values: (string | null)[], row: Row): Promise<z.output<Row>> {
  try {
    const { rows } = await appPool().query<{ value: unknown }>(text, values);
    return row.parse(rows[0]?.value);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
