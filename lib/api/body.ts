import { ApiFault, invalidJson } from "./api-fault";
import type { Asking } from "./api-request";
import { type Json, parseStrictJson } from "./strict-json";

const largest = 1_000_000;

/** Hears what a body was: its value, or a word about what is none. */
export type BodyNote = { body: unknown; bodyBytes: number };

/** The JSON object in a request's body; no body is an empty object. Throws ApiFault: 400, 413, 415. */
export async function readBody(request: Asking, note?: BodyNote): Promise<Record<string, Json>> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  if (note) Object.assign(note, { body: "[not readable as JSON]", bodyBytes: bytes.length });
  requirePlainJson(request);
  const body = parseStrictJson(decode(bytes));
  const isObject = body !== null && typeof body === "object" && !Array.isArray(body);
  if (note) note.body = isObject ? body : "[no JSON object]";
  if (!isObject) throw invalidJson("The body must be a JSON object.");
  return body;
}

function requirePlainJson({ headers }: Asking): void {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  if (type.trim() !== "application/json")
    throw unsupported("Send the body as JSON, with Content-Type: application/json.");
  const charset = parameters.map((each) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(each)?.[1]).find(Boolean);
  if (charset !== undefined && !/^(utf-?8|us-ascii)$/.test(charset)) throw unsupported("Send the body as UTF-8.");
  // RFC 9110 15.5.16: what would have been taken.
  if ((headers.get("content-encoding") ?? "identity").toLowerCase() !== "identity")
    throw unsupported("Send the body as it is, without Content-Encoding.", { "Accept-Encoding": "identity" });
}

function unsupported(message: string, headers?: Record<string, string>): ApiFault {
  return new ApiFault(415, "unsupported_media_type", message, headers);
}

async function readBytes(request: Asking): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    size += value.length;
    if (size > largest) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
}

function tooLarge(): ApiFault {
  return new ApiFault(413, "too_large", "The body is larger than 1 MB.", { Connection: "close" });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalidJson("The body is not valid UTF-8.");
  }
}
