export type Call = {
  method: string;
  address: string;
  /** Parameters of the path, of the query, and headers, by their names. */
  names: string[];
  query: string[];
  headers: string[];
  key: string;
  /** What was typed: a parameter under its name, a header and the body under {@link headerField} and {@link bodyField}. */
  given: (name: string) => string;
};

export type Answer = {
  status: string;
  good: boolean;
  text: string;
  requestId: string;
  headers: [name: string, value: string][];
  wait?: number;
};

export const bodyField = " body";
export const headerField = (name: string) => ` ${name}`;

const told = [
  "etag",
  "idempotency-replayed",
  "retry-after",
  "ratelimit",
  "ratelimit-policy",
  "x-org-id",
  "x-org-source",
  "x-test-mode",
];

const unsent = { good: false, requestId: "", headers: [] };

/** Sends the call and reads its answer, whatever it is. */
export async function sendCall({ method, address, names, query, headers, key, given }: Call): Promise<Answer> {
  const path = names.reduce((text, name) => text.replace(`{${name}}`, encodeURIComponent(given(name))), address);
  const asked = new URLSearchParams(query.filter(given).map((name) => [name, given(name)]));
  const body = given(bodyField);
  const sent = headersOf([
    ["authorization", `Token ${key}`],
    ...(body ? [["content-type", "application/json"] as const] : []),
    ...headers.map((name) => [name, given(headerField(name)).trim()] as const).filter(([, value]) => value),
  ]);
  if (!(sent instanceof Headers))
    return { ...unsent, status: "Not sent", text: `${sent.refused} has a character that no header may have.` };
  try {
    const response = await fetch(asked.size > 0 ? `${path}?${asked}` : path, {
      method,
      credentials: "omit",
      // A kept answer would come back as if nothing had been asked.
      cache: "no-store",
      headers: sent,
      ...(body ? { body } : {}),
    });
    const wait = Number(response.headers.get("retry-after"));
    return {
      ...(wait > 0 ? { wait } : {}),
      status: `${response.status} ${response.statusText}`,
      good: response.ok || response.status === 304,
      text: pretty(await response.text()) || "An answer without a body.",
      requestId: response.headers.get("x-request-id") ?? "",
      headers: told.flatMap((name): [string, string][] => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    };
  } catch {
    return { ...unsent, status: "No answer", text: "Nothing came back. Check the network and send it again." };
  }
}

function headersOf(pairs: (readonly [string, string])[]): Headers | { refused: string } {
  const headers = new Headers();
  for (const [name, value] of pairs) {
    if (!/^[\t\x20-\x7e]*$/.test(value)) return { refused: name === "authorization" ? "The key" : name };
    headers.set(name, value);
  }
  return headers;
}

export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
