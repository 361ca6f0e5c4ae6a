import { cutMark, longestQuery, masked } from "./mask";
import type { LogDetail } from "./schema";

/** Where whoever runs the command puts what the log does not hold whole. */
const bodyFile = "body.json";
const kept = ["if-match", "idempotency-key", "x-org-id", "x-test-mode"];

/** The call as a command line, with a word where the key goes. `address`: of its path, on the organization's host. */
export function asCurl(call: LogDetail, address: string): string {
  const { method, query, headers } = call;
  return [
    // Without -g, brackets and braces of a query are read as a pattern; -X HEAD would wait for a body that never comes.
    `curl -g ${method === "HEAD" ? "-I" : `-X ${method}`} ${quoted(query ? `${address}?${query}` : address)}`,
    `-H ${quoted("Authorization: Token YOUR_KEY")}`,
    ...kept.flatMap((name) => (headers[name] ? [`-H ${quoted(`${name}: ${headers[name]}`)}`] : [])),
    ...bodyOf(call),
  ].join(" \\\n  ");
}

/** What has to be seen to before the command does what the call did. */
export function curlNotes(call: LogDetail): string[] {
  const { query, headers, request } = call;
  const body = sentBody(call);
  const sent = [query, body ?? "", ...kept.map((name) => headers[name] ?? "")];
  const toFill = sent.some((text) => text.includes(masked) || text.includes(encodeURIComponent(masked)));
  return [
    isCut(call)
      ? `The log holds only the beginning of this body: put the whole of it into ${bodyFile}.`
      : request.bytes > 0 && body === null && "Its body is left out, since the log does not show it.",
    query.length >= longestQuery && "The log holds only the beginning of its query: complete it.",
    toFill && `Fill in the values that are ${masked}.`,
  ].filter((note) => note !== false);
}

function bodyOf(call: LogDetail): string[] {
  const json = `-H ${quoted("Content-Type: application/json")}`;
  if (isCut(call)) return [json, `--data-binary @${bodyFile}`];
  const body = sentBody(call);
  // Raw, since -d reads a file where a body begins with an @.
  return body === null ? [] : [json, `--data-raw ${quoted(body)}`];
}

/** The body where the log holds it whole, and as it was but for what is masked. */
function sentBody(call: LogDetail): string | null {
  const { text } = call.request;
  return text && !text.startsWith('"[') && !isCut(call) ? text : null;
}

const isCut = ({ request }: LogDetail): boolean => request.text?.endsWith(cutMark) ?? false;

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
