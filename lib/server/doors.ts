type Fault = { status: 204 | 404 | 405; code: string; message: string; allow?: string };

const graphql = /^(\/api)?\/graphql$/;

/** Addresses that take more than one path below them answer for those, and for their methods, themselves. */
const doors: [RegExp, string[]][] = [
  [/^\/api(\/metadata|\/graphiql\.css)?$/, ["GET", "HEAD"]],
  [/^\/api\/(token(\/refresh|\/verify)?|logout)$/, ["POST"]],
  [/^\/api\/auth\/callback\/[^/]+$/, ["GET", "HEAD"]],
  [graphql, ["GET", "HEAD", "POST"]],
  [/^\/api\/v1(\/|$)/, ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]],
];

/** Paths that machines call: the middleware leaves them alone although they can change something. */
export function isMachinePath(path: string): boolean {
  return /^\/(api|graphql)(\/|$)/.test(path);
}

/** Whether whoever calls here reads GraphQL's answers: a client of it may have its address wrong below the door too. */
export function isGraphql(path: string): boolean {
  return /^(\/api)?\/graphql(\/|$)/.test(path);
}

/**
 * What a machine is told where it calls an address or a method that nothing answers: the same on every server, and never a
 * page. Undefined where something answers.
 */
export function machineFault(method: string, path: string): Fault | undefined {
  const methods = isPlain(path) ? doors.find(([address]) => address.test(path))?.[1] : undefined;
  if (!methods) return { status: 404, code: "not_found", message: "There is nothing at this address." };
  if (methods.includes(method)) return undefined;
  const allow = [...new Set([...methods, "OPTIONS"])].join(", ");
  const told = { code: "method_not_allowed", message: "This address does not take that method.", allow };
  return { status: method === "OPTIONS" ? 204 : 405, ...told };
}

/** Whether the path means what it says: one that would be read as another (dots, backslashes) has no address here. */
function isPlain(path: string): boolean {
  try {
    return new URL(`http://localhost${path}`).pathname === path && Boolean(decodeURI(path));
  } catch {
    return false;
  }
}
