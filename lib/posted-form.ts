/** A logo of 2 MB and the form around it. */
export const largestForm = 2200 * 1024;
const mostFields = 2_000;
const deepest = 100;
/** What a script sends of itself is a list. */
const bracket = "[".charCodeAt(0);

type Fault = { status: 400 | 413; code: string; message: string };

const tooLarge: Fault = { status: 413, code: "too_large", message: "This is larger than the server accepts." };
const unreadable: Fault = {
  status: 400,
  code: "invalid",
  message: "This form did not arrive as it was sent, so nothing was changed. Reload the page and try again.",
};

/**
 * What is wrong with a form that a browser sent to a page, with scripts or without, before anything acts on it; undefined where
 * nothing is. Whoever answers afterwards would call what cannot be read a fault of the server's.
 */
export async function faultOfForm(request: Request): Promise<Fault | undefined> {
  const type = request.headers.get("content-type") ?? "";
  const multipart = /^multipart\/form-data\b/i.test(type);
  const scripted = request.headers.has("next-action");
  if (request.method !== "POST" || !(multipart || scripted)) return undefined;
  const body = await readBody(request);
  if (!body) return tooLarge;
  if (!multipart) return isJson(body.toString()) && body[0] === bracket ? undefined : unreadable;
  if (fieldsIn(body, type) > mostFields) return tooLarge;
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => undefined);
  return form && (scripted || hasWholeState(form)) ? undefined : unreadable;
}

async function readBody(request: Request): Promise<Buffer<ArrayBuffer> | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > largestForm) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > largestForm) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** How many parts a body has at most: whoever reads them works for each of them. */
function fieldsIn(body: Buffer, type: string): number {
  const boundary = /boundary="?([^";]{1,100})/i.exec(type)?.[1];
  if (!boundary) return 0;
  let count = 0;
  for (let at = body.indexOf(`--${boundary}`); at >= 0 && count <= mostFields; count += 1)
    at = body.indexOf(`--${boundary}`, at + boundary.length + 2);
  return count;
}

/** Whether what a form without scripts carries for React is there: the action, and the state that it goes on from. */
function hasWholeState(form: FormData): boolean {
  for (const [name, value] of form) {
    const place = /^\$ACTION_\d+:/.exec(name)?.[0];
    if (!place) continue;
    if (typeof value !== "string" || !isJson(value)) return false;
    const bound = /"bound":"\$@(\w+)"/.exec(value)?.[1];
    if (bound && !form.has(`${place}${Number.parseInt(bound, 16)}`)) return false;
  }
  return true;
}

function isJson(text: string): boolean {
  try {
    return isShallow(JSON.parse(text), deepest);
  } catch {
    return false;
  }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1));
}
